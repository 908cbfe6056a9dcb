package de.koblenz.kiosk.citizen.session;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One citizen's session. It never resumes: when it is dropped, everything personal is gone with it.
///
/// @param id random, of this session only
/// @param language BCP 47 tag
/// @param aids switched on by the citizen
/// @param page where the citizen is
/// @param trail pages before it, newest last
/// @param overlay what lies over the page
/// @param touched last touch, by the steady clock
/// @param present whether somebody stands in front of the terminal
/// @param guided the guided service that runs
/// @param card what is being done with an identity card
/// @param alert failure code to show on the page, empty where all is well
public record SessionState(
        String id,
        String language,
        Set<Aid> aids,
        Page page,
        List<Page> trail,
        Overlay overlay,
        Instant touched,
        boolean present,
        Optional<Guided> guided,
        Optional<CardVisit> card,
        String alert) {

    public SessionState {
        EnumSet<Aid> copy = EnumSet.noneOf(Aid.class);
        copy.addAll(aids);
        aids = java.util.Collections.unmodifiableSet(copy);
        trail = List.copyOf(trail);
    }

    static SessionState begin(String id, String language, Instant at) {
        return new SessionState(
                id,
                language,
                Set.of(),
                new Page.Start(),
                List.of(),
                Overlay.NONE,
                at,
                true,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    SessionState withLanguage(String next) {
        return new SessionState(
                id, next, aids, page, trail, overlay, touched, present, guided, card, alert);
    }

    SessionState withAids(Set<Aid> next) {
        return new SessionState(
                id, language, next, page, trail, overlay, touched, present, guided, card, alert);
    }

    /// The same place, drawn differently (typed text, another part of a list): no step on the trail.
    SessionState withPage(Page next) {
        return new SessionState(
                id, language, aids, next, trail, overlay, touched, present, guided, card, alert);
    }

    /// Another page in the place of one, wherever the citizen or staff are meanwhile.
    SessionState replacing(Page before, Page after) {
        return new SessionState(
                id,
                language,
                aids,
                page.equals(before) ? after : page,
                trail.stream().map(past -> past.equals(before) ? after : past).toList(),
                overlay,
                touched,
                present,
                guided,
                card,
                alert);
    }

    /// A step forward: the page of now goes on the trail.
    SessionState forward(Page next) {
        List<Page> longer = new java.util.ArrayList<>(trail);
        longer.add(page);
        return new SessionState(
                id, language, aids, next, longer, overlay, touched, present, guided, card, "");
    }

    /// A step back, to the start page where there is no trail.
    SessionState back() {
        if (trail.isEmpty()) {
            return new SessionState(
                    id,
                    language,
                    aids,
                    new Page.Start(),
                    trail,
                    overlay,
                    touched,
                    present,
                    guided,
                    card,
                    "");
        }
        return new SessionState(
                id,
                language,
                aids,
                trail.getLast(),
                trail.subList(0, trail.size() - 1),
                overlay,
                touched,
                present,
                guided,
                card,
                "");
    }

    SessionState withOverlay(Overlay next) {
        return new SessionState(
                id, language, aids, page, trail, next, touched, present, guided, card, alert);
    }

    SessionState touchedAt(Instant at) {
        return new SessionState(
                id, language, aids, page, trail, overlay, at, present, guided, card, alert);
    }

    SessionState withPresent(boolean next) {
        return new SessionState(
                id, language, aids, page, trail, overlay, touched, next, guided, card, alert);
    }

    SessionState withGuided(Guided next) {
        return new SessionState(
                id,
                language,
                aids,
                page,
                trail,
                overlay,
                touched,
                present,
                Optional.of(next),
                card,
                alert);
    }

    SessionState withCard(Optional<CardVisit> next) {
        return new SessionState(
                id, language, aids, page, trail, overlay, touched, present, guided, next, alert);
    }

    /// Whether something of the citizen's is at stake: answers, or a card.
    boolean personal() {
        return guided.isPresent() || card.isPresent();
    }

    SessionState withAlert(String code) {
        return new SessionState(
                id, language, aids, page, trail, overlay, touched, present, guided, card, code);
    }

    /// The state of a session holds what the citizen typed.
    @Override
    public String toString() {
        return "SessionState[" + page.getClass().getSimpleName() + ", " + overlay.kind() + "]";
    }
}
