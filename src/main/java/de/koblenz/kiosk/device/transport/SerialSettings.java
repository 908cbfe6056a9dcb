package de.koblenz.kiosk.device.transport;

import java.time.Duration;

/// How a serial line is spoken.
///
/// @param baudRate bits per second, 1,200 to 921,600
/// @param dataBits 7 or 8
/// @param parity parity bit
/// @param stopBits 1 or 2
/// @param flowControl who may stop whom
/// @param writeTimeout longest time that the far end may take nothing before the line counts as stuck
public record SerialSettings(
        int baudRate,
        int dataBits,
        Parity parity,
        int stopBits,
        FlowControl flowControl,
        Duration writeTimeout) {
    /// What most printers are delivered with.
    public static final SerialSettings USUAL =
            new SerialSettings(
                    115_200, 8, Parity.NONE, 1, FlowControl.NONE, Duration.ofSeconds(30));

    public enum Parity {
        NONE,
        ODD,
        EVEN
    }

    /// DTR/DSR is missing because the serial library ignores it silently.
    public enum FlowControl {
        NONE,
        RTS_CTS,
        XON_XOFF
    }

    public SerialSettings {
        if (baudRate < 1_200 || baudRate > 921_600) {
            throw new IllegalArgumentException("baud rate out of range: " + baudRate);
        }
        if (dataBits < 7 || dataBits > 8 || stopBits < 1 || stopBits > 2) {
            throw new IllegalArgumentException("frame out of range: " + dataBits + "/" + stopBits);
        }
    }

    /// The same line with another limit for a stuck write.
    public SerialSettings withWriteTimeout(Duration limit) {
        return new SerialSettings(baudRate, dataBits, parity, stopBits, flowControl, limit);
    }
}
