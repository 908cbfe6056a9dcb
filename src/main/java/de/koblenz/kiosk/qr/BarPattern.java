package de.koblenz.kiosk.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.util.BitSet;
import java.util.Map;

/// A barcode of bars in a row (Code 128, ISO/IEC 15417), without the quiet zones that whoever draws it adds.
///
/// @param modules narrow bars and gaps across
/// @param dark set for dark modules
public record BarPattern(int modules, BitSet dark) {
    public BarPattern {
        dark = (BitSet) dark.clone();
    }

    /// Encodes printable ASCII in code set B throughout, as printers do when they are told to.
    ///
    /// @throws IllegalArgumentException for other characters or more than 80 of them
    public static BarPattern code128(String content) {
        if (!content.matches("[ -~]{1,80}")) {
            throw new IllegalArgumentException("no content for Code 128, set B");
        }
        BitMatrix bars =
                new Code128Writer()
                        .encode(
                                content,
                                BarcodeFormat.CODE_128,
                                1,
                                1,
                                Map.of(
                                        com.google.zxing.EncodeHintType.MARGIN,
                                        0,
                                        com.google.zxing.EncodeHintType.FORCE_CODE_SET,
                                        "B"));
        BitSet dark = new BitSet(bars.getWidth());
        for (int x = 0; x < bars.getWidth(); x++) {
            dark.set(x, bars.get(x, 0));
        }
        return new BarPattern(bars.getWidth(), dark);
    }

    /// Whether the module, counted from 0, is dark.
    public boolean isDark(int module) {
        return dark.get(module);
    }

    @Override
    public BitSet dark() {
        return (BitSet) dark.clone();
    }
}
