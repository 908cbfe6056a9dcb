package de.koblenz.kiosk.device.printer;

/// Something that a printer said, whatever language it speaks.
sealed interface PrinterReply {
    /// Answer to `DLE EOT request`.
    record RealTime(int request, int bits) implements PrinterReply {}

    /// The whole status, whether it was asked for or not: Epson's automatic status back, Custom's full status, Star's
    /// automatic status.
    record Automatic(PrinterStatus status) implements PrinterReply {}

    /// Echo of `GS ( H` function 48.
    record ProcessId(String id) implements PrinterReply {}

    /// Buffers are empty (answer to DLE DC4 function 8).
    record Cleared() implements PrinterReply {}

    /// Answer to `GS r 1`.
    record Sensor(int bits) implements PrinterReply {}

    /// Custom's number of cuts (`GS E2h`).
    record Cuts(int count) implements PrinterReply {}

    /// Star's ETB counter, 0 to 31.
    record Etb(int count) implements PrinterReply {}

    /// Keys of the pictures in the printer's memory, two characters each (GS ( L function 64).
    record Pictures(String keys) implements PrinterReply {}

    /// A block of text, such as the model's name (GS I).
    record Text(String text) implements PrinterReply {}

    /// Bytes that are no answer to anything.
    record Noise() implements PrinterReply {}
}
