package de.koblenz.kiosk.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// All settings of a terminal: one file per concern in `kiosk-config/`. Immutable and thread-safe.
///
/// @param folder the configuration folder, absolute
public record KioskSettings(
        Path folder,
        TerminalSettings terminal,
        TimeoutSettings timeouts,
        BrandingSettings branding,
        PaymentSettings payment,
        BookingSettings booking,
        SubmissionSettings submission,
        HealthSettings health,
        EidSettings eid) {

    /// What a held place must outlast the payment by: asking, confirming, a lost reply.
    private static final Duration HOLD_MARGIN = Duration.ofMinutes(1);

    /// Reads the settings of `configFolder`; problems name the files relative to it.
    ///
    /// @return settings that may be used only where `problems` stayed empty
    public static KioskSettings read(Path configFolder, Problems problems) {
        Path folder = configFolder.toAbsolutePath().normalize();
        TerminalSettings terminal =
                TerminalSettings.read(open(folder, "terminal.yaml", problems), folder);
        TimeoutSettings timeouts = TimeoutSettings.read(open(folder, "timeouts.yaml", problems));
        BrandingSettings branding =
                BrandingSettings.read(open(folder, "branding.yaml", problems), folder);
        int before = problems.count();
        PaymentSettings payment =
                PaymentSettings.read(open(folder, "payment.yaml", problems), folder);
        ConfigNode bookingFile = open(folder, "booking.yaml", problems);
        BookingSettings booking = BookingSettings.read(bookingFile, folder);
        if (problems.count() == before) {
            checkHold(bookingFile, booking, payment);
        }
        SubmissionSettings submission =
                SubmissionSettings.read(open(folder, "submission.yaml", problems), folder);
        HealthSettings health = HealthSettings.read(open(folder, "health.yaml", problems), folder);
        EidSettings eid = EidSettings.read(open(folder, "eid.yaml", problems), folder);
        return new KioskSettings(
                folder, terminal, timeouts, branding, payment, booking, submission, health, eid);
    }

    private static ConfigNode open(Path folder, String name, Problems problems) {
        return ConfigReader.read(folder.resolve(name), name, problems);
    }

    private static void checkHold(
            ConfigNode file, BookingSettings booking, PaymentSettings payment) {
        Duration least = payment.timeLimit().plus(HOLD_MARGIN);
        if (booking.holdTtl().compareTo(least) < 0) {
            file.at("holdTtl")
                    .report(
                            "a place must be held for at least "
                                    + least.toSeconds()
                                    + " s: paying may take "
                                    + payment.timeLimit().toSeconds()
                                    + " s (payment.yaml, timeLimit)",
                            "CFG-HOLD");
        }
    }

    /// The same settings with the screen turned, lower edge and everything else unchanged.
    public KioskSettings turned(boolean portrait) {
        return with(terminal.turned(portrait));
    }

    /// The same settings with another file of the staff code.
    public KioskSettings withStaffCode(ReferencedFile file) {
        return with(terminal.withStaffCode(file));
    }

    /// The same settings with other keys of those who may command the terminal.
    public KioskSettings withCommandKeys(ReferencedFile file) {
        return new KioskSettings(
                folder,
                terminal,
                timeouts,
                branding,
                payment,
                booking,
                submission,
                new HealthSettings(
                        health.broker(),
                        health.office(),
                        health.keepAlive(),
                        health.longestReconnect(),
                        health.tls(),
                        Optional.of(file)),
                eid);
    }

    private KioskSettings with(TerminalSettings other) {
        return new KioskSettings(
                folder, other, timeouts, branding, payment, booking, submission, health, eid);
    }
}
