package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.Occurrence;
import de.koblenz.kiosk.service.journey.Journey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What happens on the page of a repeated group: adding, opening and taking away its instances. Pure.
final class GroupReducer {
    private GroupReducer() {}

    /// What the event does on the page of a group; empty where it is nothing of that page's own.
    static Optional<Move> next(
            SessionState session,
            Guided guided,
            Journey journey,
            Positions positions,
            String key,
            SessionEvent event,
            LocalDate today) {
        Instances instances = new Instances(positions);
        Optional<FieldPath> group = instances.groupOf(key);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        Optional<FieldPath> leaving = guided.sight().leaving();
        return switch (event) {
            case SessionEvent.BackPressed() when leaving.isPresent() ->
                    Optional.of(Move.to(session.withGuided(guided.turned())));
            case SessionEvent.NextPressed() when leaving.isPresent() ->
                    Optional.of(Move.to(session.withGuided(without(guided, leaving.get()))));
            case SessionEvent.NextPressed() when none(guided, positions, group.get()) ->
                    Optional.of(added(session, guided, journey, group.get(), today));
            case SessionEvent.InstanceAdded() ->
                    Optional.of(
                            full(guided, positions, group.get())
                                    ? Move.to(session)
                                    : added(session, guided, journey, group.get(), today));
            case SessionEvent.InstanceOpened(String wanted) ->
                    Optional.of(
                            instance(guided, group.get(), wanted)
                                    .flatMap(instances::first)
                                    .map(page -> enter(session, guided, positions, page))
                                    .orElseGet(() -> Move.to(session)));
            case SessionEvent.RemovalAsked(String wanted) ->
                    Optional.of(
                            instance(guided, group.get(), wanted)
                                    .map(path ->
                                            Move.to(
                                                    session.withGuided(
                                                            guided.with(
                                                                    guided.sight().leaving(path)))))
                                    .orElseGet(() -> Move.to(session)));
            default -> Optional.empty();
        };
    }

    /// Opens a page; within an instance its questions are gone through one after the other from here.
    static Move enter(SessionState session, Guided guided, Positions positions, String key) {
        return GuideReducer.enter(
                session, guided.walking(new Instances(positions).innermost(key)), key);
    }

    private static Optional<FieldPath> instance(Guided guided, FieldPath group, String id) {
        return guided.data().instances(group).contains(id)
                ? Optional.of(group.instance(id))
                : Optional.empty();
    }

    /// Whether nothing stands in a group that may not stay empty.
    private static boolean none(Guided guided, Positions positions, FieldPath group) {
        return guided.data().instances(group).isEmpty()
                && occurrence(positions, group).filter(often -> often.least() > 0).isPresent();
    }

    private static boolean full(Guided guided, Positions positions, FieldPath group) {
        int count = guided.data().instances(group).size();
        return occurrence(positions, group).filter(often -> often.most() > count).isEmpty();
    }

    private static Optional<Occurrence> occurrence(Positions positions, FieldPath group) {
        return Instances.repeated(positions.pages(), group).map(FieldGroup::occurrence);
    }

    private static Move added(
            SessionState session,
            Guided guided,
            Journey journey,
            FieldPath group,
            LocalDate today) {
        FormData longer = guided.data().addInstance(group);
        List<String> ids = longer.instances(group);
        Guided next = guided.with(longer).turned();
        Positions now = new Positions(journey, next, today);
        return new Instances(now)
                .first(group.instance(ids.getLast()))
                .map(page -> enter(session, next, now, page))
                // Nothing of an instance is asked: there is nothing to add.
                .orElseGet(() -> Move.to(session));
    }

    private static Guided without(Guided guided, FieldPath instance) {
        FieldPath group = instance.instance("");
        return guided.withoutDrafts(path -> path.within(instance))
                .with(guided.data().removeInstance(group, instance.segments().getLast().instance()))
                .turned();
    }
}
