package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmState;
import java.util.Comparator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// An alarm's place in a table: the same object as long as it is shown. FX thread only.
final class AlarmItem {
    /// What nobody knows of first, then the worst, then the newest.
    static final Comparator<Alarm> WORST_FIRST =
            Comparator.comparing((Alarm alarm) ->
                            alarm.state() == AlarmState.RAISED && !alarm.call().quiet())
                    .thenComparing(alarm -> alarm.state() == AlarmState.RAISED)
                    .thenComparing(Alarm::severity)
                    .thenComparing(Alarm::raisedAt)
                    .thenComparingLong(Alarm::id)
                    .reversed();

    private final ReadOnlyObjectWrapper<Alarm> alarm;

    AlarmItem(Alarm alarm) {
        this.alarm = new ReadOnlyObjectWrapper<>(alarm);
    }

    Alarm alarm() {
        return alarm.get();
    }

    ReadOnlyObjectProperty<Alarm> alarmProperty() {
        return alarm.getReadOnlyProperty();
    }

    void show(Alarm next) {
        alarm.set(next);
    }
}
