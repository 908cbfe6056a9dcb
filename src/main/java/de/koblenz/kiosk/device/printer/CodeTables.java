package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.profile.CodePages;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The code tables of a printer, and the shortest way through them for a line of text. Immutable.
final class CodeTables {
    /// A run that every table can set.
    static final int ANY = -1;

    /// German first; then the languages of those who come to the office.
    private static final List<String> USUAL_ORDER =
            List.of(
                    "CP1252", "CP858", "CP852", "CP1250", "CP1254", "CP857", "CP1251", "CP866",
                    "CP1253");

    /// A piece of a line.
    ///
    /// @param table its number in `ESC t`, or [#ANY]
    /// @param bytes its bytes, one per character of the string
    record Run(int table, String bytes) {}

    /// One table: number in `ESC t` and its characters above ASCII.
    private record Table(int number, Map<Character, Byte> high) {}

    private final List<Table> tables = new ArrayList<>();

    CodeTables(DeviceProfile profile) {
        for (int number : order(profile)) {
            String name = profile.codePages().getOrDefault(number, CodePages.UNKNOWN);
            CodePages.charset(name)
                    .flatMap(charset -> table(number, charset))
                    .ifPresent(tables::add);
        }
    }

    private static List<Integer> order(DeviceProfile profile) {
        if (!profile.kiosk().tables().isEmpty()) {
            return profile.kiosk().tables();
        }
        List<Integer> order = new ArrayList<>();
        for (String name : USUAL_ORDER) {
            profile.codePages()
                    .forEach((number, page) -> {
                        if (page.equals(name) && !order.contains(number)) {
                            order.add(number);
                        }
                    });
        }
        for (int number : new TreeSet<>(profile.codePages().keySet())) {
            if (!order.contains(number)) {
                order.add(number);
            }
        }
        return order;
    }

    private static Optional<Table> table(int number, Charset charset) {
        Map<Character, Byte> high = new HashMap<>();
        for (int value = 0x80; value <= 0xFF; value++) {
            String text = new String(new byte[] {(byte) value}, charset);
            char character = text.isEmpty() ? '\uFFFD' : text.charAt(0);
            if (rightToLeft(character)) {
                // Printers neither join nor turn letters: such a table would print gibberish.
                return Optional.empty();
            }
            if (text.length() == 1 && character != '\uFFFD' && !Character.isISOControl(character)) {
                high.putIfAbsent(character, (byte) value);
            }
        }
        return high.isEmpty() ? Optional.empty() : Optional.of(new Table(number, high));
    }

    private static boolean rightToLeft(char character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /// Cuts `text` into runs of one table each, with few changes of table.
    ///
    /// @param current the table that is selected now, or [#ANY] if that is not known
    /// @return empty if a character is in no table: the line has to be drawn
    Optional<List<Run>> runs(String text, int current) {
        List<Run> runs = new ArrayList<>();
        @Nullable Table table =
                tables.stream().filter(t -> t.number == current).findFirst().orElse(null);
        int from = 0;
        while (from < text.length()) {
            Table best = table;
            int end = reach(text, from, table);
            // Where the selected table does not carry to the end, the one that carries furthest is
            // taken.
            for (Table candidate : tables) {
                int reached = reach(text, from, candidate);
                if (end < text.length() && reached > end) {
                    end = reached;
                    best = candidate;
                }
            }
            if (end == from) {
                return Optional.empty();
            }
            runs.add(run(text.substring(from, end), best));
            table = best;
            from = end;
        }
        return Optional.of(runs);
    }

    /// How far `table` (null: ASCII only) carries from `from` on.
    private static int reach(String text, int from, @Nullable Table table) {
        int end = from;
        while (end < text.length()) {
            char character = text.charAt(end);
            boolean ascii = character >= 0x20 && character < 0x7F;
            if (!ascii && (table == null || !table.high.containsKey(character))) {
                break;
            }
            end++;
        }
        return end;
    }

    private static Run run(String text, @Nullable Table table) {
        StringBuilder bytes = new StringBuilder(text.length());
        boolean high = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < 0x80) {
                bytes.append(character);
            } else {
                high = true;
                Byte value = table == null ? null : table.high.get(character);
                if (value == null) {
                    throw new IllegalStateException("a character outside its table");
                }
                bytes.append((char) (value & 0xFF));
            }
        }
        return new Run(high && table != null ? table.number : ANY, bytes.toString());
    }
}
