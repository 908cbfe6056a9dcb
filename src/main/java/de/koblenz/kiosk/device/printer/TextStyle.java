package de.koblenz.kiosk.device.printer;

/// How a line is set.
///
/// @param bold emphasised
/// @param wide 1 to 6 times as wide
/// @param high 1 to 6 times as high
record TextStyle(boolean bold, int wide, int high) {
    static final TextStyle PLAIN = new TextStyle(false, 1, 1);
    static final TextStyle BOLD = new TextStyle(true, 1, 1);
    static final TextStyle TALL = new TextStyle(true, 1, 2);
}
