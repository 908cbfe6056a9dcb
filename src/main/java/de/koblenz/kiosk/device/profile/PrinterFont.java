package de.koblenz.kiosk.device.profile;

/// A built-in font of a printer.
///
/// @param name as in the manual, for people
/// @param columns characters per line at normal size
/// @param cellWidth dots of one character across
/// @param cellHeight dots of one character down
public record PrinterFont(String name, int columns, int cellWidth, int cellHeight) {}
