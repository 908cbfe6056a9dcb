package de.koblenz.kiosk.fleet.monitor;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// A table of words, in the order in which it is filled. FX thread only.
///
/// @param <T> what is in a row
final class TextTable<T> extends TableView<T> {
    private static final double ROW = 34;
    private static final double NARROWEST = 90;

    /// @param name for those who hear it
    /// @param nothing what stands there while it is empty
    TextTable(String name, String nothing) {
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(name);
        setPlaceholder(Parts.label(nothing, "muted"));
    }

    /// Adds a column at the right.
    TableColumn<T, String> column(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(NARROWEST);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell ->
                new ReadOnlyStringWrapper(text.apply(cell.getValue())).getReadOnlyProperty());
        getColumns().add(column);
        return column;
    }
}
