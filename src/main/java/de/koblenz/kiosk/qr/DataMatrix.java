package de.koblenz.kiosk.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.util.BitSet;
import java.util.Map;

/// A square Data Matrix (ISO/IEC 16022, ECC 200) as modules, without the quiet zone of one module.
///
/// @param size modules per side, 10 to 144
/// @param dark row by row, set for dark modules
public record DataMatrix(int size, BitSet dark) {
    public DataMatrix {
        dark = (BitSet) dark.clone();
    }

    /// Encodes `content`, whose characters are all in ISO 8859-1.
    ///
    /// @throws IllegalArgumentException if it holds other characters or more than fit
    public static DataMatrix of(String content) {
        BitMatrix matrix =
                new DataMatrixWriter()
                        .encode(
                                content,
                                BarcodeFormat.DATA_MATRIX,
                                1,
                                1,
                                Map.of(
                                        EncodeHintType.DATA_MATRIX_SHAPE,
                                        SymbolShapeHint.FORCE_SQUARE));
        int size = matrix.getWidth();
        BitSet dark = new BitSet(size * size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                dark.set(y * size + x, matrix.get(x, y));
            }
        }
        return new DataMatrix(size, dark);
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
