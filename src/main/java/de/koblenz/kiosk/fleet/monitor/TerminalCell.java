package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.TerminalRow;
import java.util.function.BiConsumer;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A cell of the list of terminals. FX thread only.
final class TerminalCell extends TableCell<TerminalItem, TerminalRow> {
    private final BiConsumer<TerminalCell, TerminalRow> shower;
    private @Nullable Text icon;

    /// @param shower sets the text of the cell
    TerminalCell(BiConsumer<TerminalCell, TerminalRow> shower) {
        this.shower = shower;
    }

    @Override
    protected void updateItem(@Nullable TerminalRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText("");
            setGraphic(null);
        } else {
            shower.accept(this, row);
        }
    }

    /// Shows an icon before the text.
    void show(Icon which) {
        Text node = icon;
        if (node == null) {
            node = which.node(18);
            icon = node;
        }
        if (!node.getText().equals(which.character())) {
            node.setText(which.character());
        }
        setGraphic(node);
    }
}
