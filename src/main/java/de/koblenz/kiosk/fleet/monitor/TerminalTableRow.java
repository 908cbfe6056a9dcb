package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.Attention;
import de.koblenz.kiosk.fleet.board.TerminalRow;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A line of the list of terminals; says to the style sheet how much it needs somebody. FX thread only.
final class TerminalTableRow extends TableRow<TerminalItem> {
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    private static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");

    private final ChangeListener<TerminalRow> listener = (_, _, row) -> show(row);
    private @Nullable TerminalItem bound;

    @Override
    protected void updateItem(@Nullable TerminalItem item, boolean empty) {
        super.updateItem(item, empty);
        TerminalItem before = bound;
        if (before != null) {
            before.rowProperty().removeListener(listener);
        }
        bound = empty ? null : item;
        if (empty || item == null) {
            show(null);
        } else {
            item.rowProperty().addListener(listener);
            show(item.row());
        }
    }

    private void show(@Nullable TerminalRow row) {
        Attention attention = row == null ? Attention.NONE : row.attention();
        pseudoClassStateChanged(SOON, attention == Attention.SOON);
        pseudoClassStateChanged(NOW, attention == Attention.NOW);
        pseudoClassStateChanged(URGENT, attention == Attention.URGENT);
        pseudoClassStateChanged(CALM, !attention.open());
    }
}
