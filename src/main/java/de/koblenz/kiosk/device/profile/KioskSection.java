package de.koblenz.kiosk.device.profile;

import de.koblenz.kiosk.device.transport.SerialSettings;
import java.util.List;
import java.util.Optional;

/// What a driver needs to know beyond the printer database: the `kiosk:` section of a profile.
///
/// @param serial how its serial line is spoken
/// @param status how it tells its state
/// @param completion how it proves that a job is on paper
/// @param tables code tables in the order of preference, by number; empty for the usual order
/// @param lineSpacingDots paper feed of one line of text (`ESC 2`)
/// @param nearEndMm paper that is left when the near-end sensor speaks; 0 if nobody knows
/// @param cutter the knife
/// @param presenter the mouth, if there is one
/// @param keepsPictures whether the crest is kept in the printer's memory (GS ( L) instead of being sent each time
/// @param rollMm length of a new roll; 0 if nobody knows
public record KioskSection(
        SerialSettings serial,
        StatusProtocol status,
        Completion completion,
        List<Integer> tables,
        int lineSpacingDots,
        int nearEndMm,
        Cutter cutter,
        Optional<Presenter> presenter,
        boolean keepsPictures,
        int rollMm) {
    public KioskSection {
        tables = List.copyOf(tables);
    }

    /// The same with another line.
    KioskSection with(SerialSettings line) {
        return new KioskSection(
                line,
                status,
                completion,
                tables,
                lineSpacingDots,
                nearEndMm,
                cutter,
                presenter,
                keepsPictures,
                rollMm);
    }
}
