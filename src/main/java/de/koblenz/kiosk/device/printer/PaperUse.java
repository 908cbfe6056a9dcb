package de.koblenz.kiosk.device.printer;

/// What is remembered of the roll in a printer.
///
/// @param printedMm paper used since the roll was put in, or since the near-end sensor spoke, in millimetres
/// @param low whether the near-end sensor has spoken
/// @param rollMm length of a roll as far as the near-end sensor, as learnt from the roll before; 0 if not known
/// @param averageMm length of a usual paper; 0 before the first one
public record PaperUse(int printedMm, boolean low, int rollMm, int averageMm) {
    public static final PaperUse NEW = new PaperUse(0, false, 0, 0);
}
