package de.koblenz.kiosk.service.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The way from the top of a form to a field or group: `vehicle.length`, `children[a1].name`.
///
/// An instance of a repeated group is named by an id that stays its own when others are removed. Without
/// instances (`children.name`) a path names the definition: the field in all instances.
///
/// @param segments at least one
public record FieldPath(List<Segment> segments) {
    private static final Pattern SEGMENT =
            Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,79})(?:\\[([A-Za-z0-9]{1,20})])?");

    public FieldPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("an empty path");
        }
    }

    /// One step of the way.
    ///
    /// @param id id of a field or group
    /// @param instance which instance of a repeated group; empty for none
    public record Segment(String id, String instance) {
        @Override
        public String toString() {
            return instance.isEmpty() ? id : id + "[" + instance + "]";
        }
    }

    /// The path that `text` writes, as [#toString()] does.
    ///
    /// @throws IllegalArgumentException if `text` is no path
    public static FieldPath parse(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            Matcher matcher = SEGMENT.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a path of a form");
            }
            String instance = matcher.group(2);
            segments.add(new Segment(matcher.group(1), instance == null ? "" : instance));
        }
        return new FieldPath(segments);
    }

    public static FieldPath of(String id) {
        return new FieldPath(List.of(new Segment(id, "")));
    }

    public FieldPath child(String id) {
        List<Segment> longer = new ArrayList<>(segments);
        longer.add(new Segment(id, ""));
        return new FieldPath(longer);
    }

    /// This path with its last segment naming an instance.
    public FieldPath instance(String instance) {
        List<Segment> named = new ArrayList<>(segments);
        named.set(named.size() - 1, new Segment(id(), instance));
        return new FieldPath(named);
    }

    /// Id of the field or group at the end of the way.
    public String id() {
        return segments.getLast().id();
    }

    public boolean top() {
        return segments.size() == 1;
    }

    /// The way to the group around; only where this is not at the [#top()].
    public FieldPath parent() {
        return new FieldPath(segments.subList(0, segments.size() - 1));
    }

    /// This path without instances.
    public FieldPath definition() {
        return new FieldPath(segments.stream().map(s -> new Segment(s.id(), "")).toList());
    }

    /// Whether this is `group` or lies in it; an instance in `group` must be the same here.
    public boolean within(FieldPath group) {
        int size = group.segments.size();
        return segments.size() >= size && segments.subList(0, size).equals(group.segments);
    }

    /// This definition path with the instances of `place`, as far as both go the same way.
    public FieldPath near(FieldPath place) {
        List<Segment> found = new ArrayList<>(segments);
        for (int i = 0; i < found.size() && i < place.segments.size(); i++) {
            Segment other = place.segments.get(i);
            if (!found.get(i).id().equals(other.id())) {
                break;
            }
            found.set(i, other);
        }
        return new FieldPath(found);
    }

    /// Beginning of the text keys of this field: `field.vehicle.length`.
    public String textKey() {
        StringBuilder key = new StringBuilder("field");
        segments.forEach(segment -> key.append('.').append(segment.id()));
        return key.toString();
    }

    @Override
    public String toString() {
        return String.join(".", segments.stream().map(Segment::toString).toList());
    }
}
