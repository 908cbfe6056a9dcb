package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.FormPart.GroupPart;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The elements that a rule can name, seen from where it stands: harmonised groups occur several times in a form.
final class RuleScope {
    private final RuleElements elements;
    private final Optional<FieldPath> place;

    /// @param place element at which the rule stands; empty for the schema
    RuleScope(RuleElements elements, Optional<FieldPath> place) {
        this.elements = elements;
        this.place = place;
    }

    /// @param all in the order of the form
    RuleScope(Collection<FormPart> all, Optional<FieldPath> place) {
        this(new RuleElements(all), place);
    }

    Optional<FieldPath> place() {
        return place;
    }

    /// The one element that an id or a way of ids means.
    FormPart find(String written) throws RuleMisread {
        String ids = written.replaceFirst("V[0-9]+(?:\\.[0-9]+)*$", "");
        List<String> way = List.of(ids.split("\\.", -1));
        List<FormPart> found = new ArrayList<>();
        List<FormPart> loosely = new ArrayList<>();
        for (FormPart part : elements.withId(HarmonisedId.current(way.getLast()))) {
            if (passes(part.path(), way) && !isShell(part)) {
                loosely.add(part);
                if (endsWith(part.path(), way)) {
                    found.add(part);
                }
            }
        }
        if (found.isEmpty()) {
            // Some leave out groups on the way.
            found = loosely;
        }
        if (found.isEmpty()) {
            throw new RuleMisread("the form has no " + missing(way));
        }
        List<FormPart> near = nearest(found);
        if (near.size() != 1) {
            throw new RuleMisread(written + " occurs several times in the form");
        }
        return near.getFirst();
    }

    /// The one element that is called so, without its id.
    ///
    /// @param plain the whole name, spelt plainly
    FormPart called(String plain) throws RuleMisread {
        List<FormPart> found =
                elements.named(plain).stream().filter(part -> !isShell(part)).toList();
        if (found.isEmpty()) {
            throw new RuleMisread("nothing in the form is called '" + plain + "'");
        }
        if (found.size() > 1) {
            throw new RuleMisread("'" + plain + "' occurs several times in the form");
        }
        return found.getFirst();
    }

    List<FormPart> others(FormPart part) {
        return elements.all().stream()
                .filter(other -> !other.head().id().equals(part.head().id()))
                .toList();
    }

    List<FormPart> parts(Collection<FieldPath> paths) {
        return elements.all().stream().filter(part -> paths.contains(part.path())).toList();
    }

    boolean isField(FieldPath path) {
        return elements.all().stream()
                .anyMatch(part -> part instanceof FieldPart && part.path().equals(path));
    }

    /// The names of all elements, spelt plainly, without empty ones.
    Set<String> names() {
        return elements.names();
    }

    /// The words of the name and of the label of an element.
    List<String> words(FormPart part) {
        return elements.words(part);
    }

    /// Whether a name, spelt plainly, is that of another element only.
    boolean isNameOfAnother(FormPart part, String plain) {
        List<FormPart> named = elements.named(plain);
        return !named.isEmpty() && named.stream().noneMatch(own -> own.path().equals(part.path()));
    }

    /// A repeated field is a group of the same id around the field, which is the one that is meant.
    private static boolean isShell(FormPart part) {
        return part instanceof GroupPart group
                && group.parts().size() == 1
                && group.parts().getFirst() instanceof FieldPart field
                && field.path().id().equals(group.path().id());
    }

    /// The id on the way that the form does not have, or the whole way.
    private String missing(List<String> way) {
        for (String id : way) {
            String wanted = HarmonisedId.current(id);
            if (elements.withId(wanted).isEmpty()) {
                return id;
            }
        }
        return String.join(".", way);
    }

    private static List<String> current(FieldPath path) {
        return path.segments().stream().map(segment -> HarmonisedId.current(segment.id())).toList();
    }

    private static boolean endsWith(FieldPath path, List<String> way) {
        List<String> ids = current(path);
        List<String> wanted = way.stream().map(HarmonisedId::current).toList();
        return ids.size() >= wanted.size()
                && ids.subList(ids.size() - wanted.size(), ids.size()).equals(wanted);
    }

    /// Whether a path leads to the last of the way through all the others, in their order.
    private static boolean passes(FieldPath path, List<String> way) {
        if (!HarmonisedId.current(path.id()).equals(HarmonisedId.current(way.getLast()))) {
            return false;
        }
        int at = 0;
        for (String id : current(path)) {
            at += at < way.size() && id.equals(HarmonisedId.current(way.get(at))) ? 1 : 0;
        }
        return at == way.size();
    }

    /// Those in the innermost group around the rule that has any.
    private List<FormPart> nearest(List<FormPart> found) {
        Optional<FieldPath> around = place;
        while (around.isPresent()) {
            FieldPath group = around.get();
            List<FormPart> inside =
                    found.stream().filter(part -> part.path().within(group)).toList();
            if (!inside.isEmpty()) {
                return inside;
            }
            around = group.top() ? Optional.empty() : Optional.of(group.parent());
        }
        return found;
    }

    /// The fields of a group that citizens answer, or the field itself.
    static List<FieldPart> answered(FormPart part) {
        return switch (part) {
            case FieldPart field ->
                    field.field().kind() == FieldKind.LABEL ? List.of() : List.of(field);
            case GroupPart group ->
                    group.parts().stream()
                            .flatMap(inside -> answered(inside).stream())
                            .filter(field -> field.field().kind().answered())
                            .toList();
        };
    }
}
