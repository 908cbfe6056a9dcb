package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

class FontsTest {
    /// Latin letters of DIN 91379:2022-08 beyond A to Z, as single code points.
    private static final String DIN =
            "À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï Ð Ñ Ò Ó Ô Õ Ö Ø Ù Ú Û Ü Ý Þ ß à á â ã ä å æ ç è é ê ë ì í î"
                    + " ï ð ñ ò ó ô õ ö ø ù ú û ü ý þ ÿ Ā ā Ă ă Ą ą Ć ć Ĉ ĉ Ċ ċ Č č Ď ď Đ đ Ē ē Ĕ ĕ Ė ė Ę ę Ě"
                    + " ě Ĝ ĝ Ğ ğ Ġ ġ Ģ ģ Ĥ ĥ Ħ ħ Ĩ ĩ Ī ī Ĭ ĭ Į į İ ı Ĳ ĳ Ĵ ĵ Ķ ķ ĸ Ĺ ĺ Ļ ļ Ľ ľ Ŀ ŀ Ł ł Ń ń Ņ"
                    + " ņ Ň ň ŉ Ŋ ŋ Ō ō Ŏ ŏ Ő ő Œ œ Ŕ ŕ Ŗ ŗ Ř ř Ś ś Ŝ ŝ Ş ş Š š Ţ ţ Ť ť Ŧ ŧ Ũ ũ Ū ū Ŭ ŭ Ů ů Ű"
                    + " ű Ų ų Ŵ ŵ Ŷ ŷ Ÿ Ź ź Ż ż Ž ž Ƈ ƈ Ə Ɨ Ơ ơ Ư ư Ʒ Ǎ ǎ Ǐ ǐ Ǒ ǒ Ǔ ǔ Ǖ ǖ Ǘ ǘ Ǚ ǚ Ǜ ǜ Ǟ ǟ Ǣ ǣ"
                    + " Ǥ ǥ Ǧ ǧ Ǩ ǩ Ǫ ǫ Ǭ ǭ Ǯ ǯ ǰ Ǵ ǵ Ǹ ǹ Ǻ ǻ Ǽ ǽ Ǿ ǿ Ȓ ȓ Ș ș Ț ț Ȟ ȟ ȧ Ȩ ȩ Ȫ ȫ Ȭ ȭ Ȯ ȯ Ȱ ȱ Ȳ"
                    + " ȳ ə ɨ ʒ Ḃ ḃ Ḇ ḇ Ḋ ḋ Ḍ ḍ Ḏ ḏ Ḑ ḑ ḗ Ḝ ḝ Ḟ ḟ Ḡ ḡ Ḣ ḣ Ḥ ḥ Ḧ ḧ Ḩ ḩ Ḫ ḫ ḯ Ḱ ḱ Ḳ ḳ Ḵ ḵ Ḷ ḷ Ḻ"
                    + " ḻ Ṁ ṁ Ṃ ṃ Ṅ ṅ Ṇ ṇ Ṉ ṉ Ṓ ṓ Ṕ ṕ Ṗ ṗ Ṙ ṙ Ṛ ṛ Ṟ ṟ Ṡ ṡ Ṣ ṣ Ṫ ṫ Ṭ ṭ Ṯ ṯ Ẁ ẁ Ẃ ẃ Ẅ ẅ Ẇ ẇ Ẍ ẍ Ẏ"
                    + " ẏ Ẑ ẑ Ẓ ẓ Ẕ ẕ ẖ ẗ ẞ Ạ ạ Ả ả Ấ ấ Ầ ầ Ẩ ẩ Ẫ ẫ Ậ ậ Ắ ắ Ằ ằ Ẳ ẳ Ẵ ẵ Ặ ặ Ẹ ẹ Ẻ ẻ Ẽ ẽ Ế ế Ề ề"
                    + " Ể ể Ễ ễ Ệ ệ Ỉ ỉ Ị ị Ọ ọ Ỏ ỏ Ố ố Ồ ồ Ổ ổ Ỗ ỗ Ộ ộ Ớ ớ Ờ ờ Ở ở Ỡ ỡ Ợ ợ Ụ ụ Ủ ủ Ứ ứ Ừ ừ Ử ử"
                    + " Ữ ữ Ự ự Ỳ ỳ Ỵ ỵ Ỷ ỷ Ỹ ỹ";

    @Test
    void everyLetterOfANameHasAGlyph() {
        List<String> missing = new ArrayList<>();
        for (String letter : DIN.split(" ", -1)) {
            Face face = Typography.PLAIN.face(letter, false);
            if (!FontCoverage.of(face).has(letter.codePointAt(0))) {
                missing.add(letter);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void firaHasEverythingThatIsTakenForGranted() {
        for (int c = 0x20; c <= 0x17F; c++) {
            boolean control = c > 0x7E && c < 0xA0 || c == 0xAD;
            assertTrue(control || FontCoverage.of(Face.FIRA).has(c), Integer.toHexString(c));
        }
    }

    @Test
    void arabicTakesVazirmatnAndANameBesideItStaysWhole() {
        Typography arabic = new Typography(false, true);
        assertEquals(Face.VAZIRMATN, arabic.face("27,50 €", false));
        assertEquals(Face.VAZIRMATN_STRONG, Typography.PLAIN.face("العربية", true));
        assertEquals(Face.FIRA, arabic.face("Дніпро", false));
    }

    /// Arabic, accents on their own, marks of direction: what Pango shapes.
    @ParameterizedTest
    @ValueSource(strings = {"لماذا التسجيل؟", "چرا باید سگ را ثبت کرد؟", "M̥āj̄ K̲ẖan"})
    void whatIsStrongIsPaintedStrongInEverySize(String words) throws Exception {
        for (int size : List.of(28, 36, 54)) {
            double plain = ink(words, false, size);
            double strong = ink(words, true, size);
            assertTrue(strong > 1.15 * plain, size + " px: " + strong + " and " + plain);
        }
    }

    /// How much is painted, in pixels.
    private static double ink(String words, boolean strong, int size) throws Exception {
        return FxToolkit.call(() -> {
            Text text = new Text(words);
            text.setFont(Typography.PLAIN.face(words, strong).at(size));
            WritableImage image = text.snapshot(null, null);
            double ink = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    ink += 1 - image.getPixelReader().getColor(x, y).getBrightness();
                }
            }
            return ink;
        });
    }

    @Test
    void everyFurtherLetterOfTheNormHasAKey() {
        Set<String> typed = new TreeSet<>(List.of("ä", "ö", "ü", "ß", "Ä", "Ö", "Ü", "ẞ"));
        for (FurtherLetters.Group group : FurtherLetters.GROUPS) {
            assertTrue(group.letters().size() <= FurtherLetters.MOST, group.name());
            for (String letter : group.letters()) {
                typed.add(letter);
                typed.add(FurtherLetters.capital(letter));
            }
        }
        List<String> missing = new ArrayList<>();
        for (String letter : DIN.split(" ", -1)) {
            if (!typed.contains(letter)) {
                missing.add(letter);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void iconsAreThoseOfTheFamilyByName() {
        assertEquals(
                icon(Material2OutlinedAL.HOME.getCode()), SymbolIcon.character(Symbol.HOME_MOVE));
        assertEquals(
                icon(Material2OutlinedAL.DIRECTIONS_CAR.getCode()),
                SymbolIcon.character(Symbol.CAR));
        assertEquals(icon(Material2OutlinedMZ.PETS.getCode()), SymbolIcon.character(Symbol.DOG));
        assertEquals(
                icon(Material2OutlinedMZ.SEARCH.getCode()), SymbolIcon.character(Symbol.SEARCH));
        assertEquals(
                icon(Material2OutlinedAL.ARROW_BACK.getCode()), SymbolIcon.character(Symbol.BACK));
        assertEquals(
                icon(Material2OutlinedAL.ARROW_FORWARD.getCode()),
                SymbolIcon.character(Symbol.NEXT));
        assertEquals(
                icon(Material2OutlinedMZ.PRINT.getCode()), SymbolIcon.character(Symbol.PRINTER));
        assertEquals(icon(Material2OutlinedMZ.POOL.getCode()), SymbolIcon.character(Symbol.POOL));
        assertEquals(icon(Material2OutlinedMZ.TOGGLE_ON.getCode()), SymbolIcon.TOGGLE_ON);
        assertEquals(icon(Material2OutlinedMZ.RADIO_BUTTON_CHECKED.getCode()), SymbolIcon.RADIO_ON);
    }

    @Test
    void everySymbolHasACharacterOfTheFamily() {
        Set<Integer> codes = new TreeSet<>();
        for (Material2OutlinedAL icon : Material2OutlinedAL.values()) {
            codes.add(icon.getCode());
        }
        for (Material2OutlinedMZ icon : Material2OutlinedMZ.values()) {
            codes.add(icon.getCode());
        }
        for (Symbol symbol : Symbol.values()) {
            String character = SymbolIcon.character(symbol);
            assertTrue(
                    symbol == Symbol.NONE
                            ? character.isEmpty()
                            : codes.contains(character.codePointAt(0)),
                    symbol.name());
        }
    }

    private static String icon(int code) {
        return Character.toString(code);
    }
}
