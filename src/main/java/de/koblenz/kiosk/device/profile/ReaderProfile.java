package de.koblenz.kiosk.device.profile;

/// What one model of card reader can do.
///
/// @param key name of the profile, equal to its file's
/// @param name model
/// @param vendor manufacturer
/// @param readerName the name that PC/SC gives it, with `*` for any characters
/// @param keypad whether it has keys of its own for a PIN (BSI TR-03119, class standard or comfort)
/// @param extendedLength whether reader and driver carry APDUs of more than 255 bytes (ISO 7816-4 §5.1)
/// @param ignored whether it is never the reader for eID cards, such as the slot of a SAM
public record ReaderProfile(
        String key,
        String name,
        String vendor,
        String readerName,
        boolean keypad,
        boolean extendedLength,
        boolean ignored) {
    /// Whether it is meant for a reader of that name.
    boolean fits(String reader) {
        String[] parts = readerName.split("\\*", -1);
        if (!reader.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int found = last ? reader.length() - parts[i].length() : reader.indexOf(parts[i], at);
            if (found < at || !reader.startsWith(parts[i], found)) {
                return false;
            }
            at = found + parts[i].length();
        }
        return at == reader.length();
    }

    /// The same model where it is not to be used.
    ReaderProfile asIgnored() {
        return new ReaderProfile(key, name, vendor, readerName, keypad, extendedLength, true);
    }

    /// How much of a name it fixes: the more, the more it is meant for that reader.
    int precision() {
        return readerName.replace("*", "").length();
    }
}
