package de.koblenz.kiosk.sandbox.broker;

/// A topic filter (MQTT v5.0 §4.7) with its options (§3.8.3.1).
///
/// @param filter with `+` for one level and `#` for the rest
/// @param qos the most that is delivered, 0 or 1
/// @param retainAsPublished whether the retain flag stays on live messages
/// @param wantsRetained whether retained messages are sent at once
record Subscription(String filter, int qos, boolean retainAsPublished, boolean wantsRetained) {

    static Subscription of(String filter, int options) {
        return new Subscription(
                filter,
                Math.min(options & 0x03, 1),
                (options & 0x08) != 0,
                (options & 0x30) != 0x20);
    }

    boolean matches(String topic) {
        String[] wanted = filter.split("/", -1);
        String[] levels = topic.split("/", -1);
        // §4.7.2: a wildcard at the beginning does not see topics such as $SYS.
        if (topic.startsWith("$") && !filter.startsWith("$")) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !(wanted[i].equals("+") || wanted[i].equals(levels[i]))) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }
}
