package de.koblenz.kiosk.citizen.run;

/// Words for a fault that are safe in a log: the kind and the place, never the message.
public final class Faults {
    private Faults() {}

    public static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
