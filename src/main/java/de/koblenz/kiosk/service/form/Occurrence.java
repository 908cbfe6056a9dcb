package de.koblenz.kiosk.service.form;

/// How often a group occurs (XDatenfelder "anzahl", `min:max`).
///
/// @param least 0 or more
/// @param most at least 1 and at least `least`; [#UNBOUNDED] for `*`
public record Occurrence(int least, int most) {
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /// Exactly once.
    public static final Occurrence ONCE = new Occurrence(1, 1);

    public Occurrence {
        if (least < 0 || most < 1 || most < least) {
            throw new IllegalArgumentException("occurrence " + least + ":" + most);
        }
    }

    /// Whether there can be several, so that each needs an instance id.
    public boolean repeated() {
        return most > 1;
    }

    /// Whether the group may be left empty as a whole: as long as none of its fields is answered, none is required.
    public boolean optional() {
        return least == 0 && most == 1;
    }
}
