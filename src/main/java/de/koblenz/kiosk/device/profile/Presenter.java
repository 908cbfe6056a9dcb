package de.koblenz.kiosk.device.profile;

/// The mouth of a kiosk printer that hands the paper out.
///
/// @param present bytes that push the paper out, hexadecimal with blanks; empty if the printer does it by itself
/// @param retract bytes that take it back; empty if it cannot
/// @param autoRetractSeconds after how long untaken paper goes back, 0 for never
public record Presenter(String present, String retract, int autoRetractSeconds) {}
