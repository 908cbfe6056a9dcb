package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.TerminalRow;
import de.koblenz.kiosk.fleet.model.TerminalId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A terminal's place in a table: the same object as long as the terminal is there, so that neither choice nor focus is lost when its row
/// changes. FX thread only.
final class TerminalItem {
    private final TerminalId id;
    private final ReadOnlyObjectWrapper<TerminalRow> row;

    TerminalItem(TerminalRow row) {
        this.id = row.id();
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    TerminalId id() {
        return id;
    }

    TerminalRow row() {
        return row.get();
    }

    ReadOnlyObjectProperty<TerminalRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    void show(TerminalRow next) {
        row.set(next);
    }
}
