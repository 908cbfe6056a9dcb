package de.koblenz.kiosk.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.BitSet;
import java.util.Map;

/// A QR code (ISO/IEC 18004, level M) as modules, without the quiet zone of four modules that whoever draws it adds.
///
/// @param size modules per side, 21 to 177
/// @param dark row by row, set for dark modules
public record QrMatrix(int size, BitSet dark) {
    public QrMatrix {
        dark = (BitSet) dark.clone();
    }

    /// Encodes `content` as UTF-8.
    ///
    /// @throws IllegalArgumentException if the content is longer than a QR code holds (2,331 bytes at level M)
    public static QrMatrix of(String content) {
        try {
            QRCode code =
                    Encoder.encode(
                            content,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            ByteMatrix matrix = code.getMatrix();
            BitSet dark = new BitSet(matrix.getWidth() * matrix.getHeight());
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    dark.set(y * matrix.getWidth() + x, matrix.get(x, y) == 1);
                }
            }
            return new QrMatrix(matrix.getWidth(), dark);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + content.length(), e);
        }
    }

    /// Whether the module in column `x` and row `y`, both from 0, is dark.
    public boolean isDark(int x, int y) {
        return dark.get(y * size + x);
    }

    @Override
    public BitSet dark() {
        return (BitSet) dark.clone();
    }
}
