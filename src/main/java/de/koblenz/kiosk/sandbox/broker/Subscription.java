package de.koblenz.kiosk.sandbox.broker;

/// A topic filter (MQTT v5.0 §4.7) with its options (§3.8.3.1).
///
/// @param share what was asked for if it is shared (`$share/<group>/<filter>`, §4.8.2), or empty: of all that share it, one gets each message
/// @param filter with `+` for one level and `#` for the rest
/// @param qos the most that is delivered, 0 or 1
/// @param retainAsPublished whether the retain flag stays on live messages
/// @param wantsRetained whether retained messages are sent at once
record Subscription(
        String share, String filter, int qos, boolean retainAsPublished, boolean wantsRetained) {

    private static final String SHARED = "$share/";

    static Subscription of(String asked, int options) {
        boolean shared = asked.startsWith(SHARED);
        return new Subscription(
                shared ? asked : "",
                shared ? asked.substring(asked.indexOf('/', SHARED.length()) + 1) : asked,
                Math.min(options & 0x03, 1),
                (options & 0x08) != 0,
                // §4.8.2: a shared one gets no retained messages when it begins.
                !shared && (options & 0x30) != 0x20);
    }

    boolean shared() {
        return !share.isEmpty();
    }

    /// As the client asked for it.
    String asked() {
        return shared() ? share : filter;
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
