package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A fleet under test: a state, a time, and every effect so far.
final class Fleet {
    static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
    static final Operator OPERATOR = new Operator("erika", Role.OPERATE);
    static final Operator ADMINISTRATOR = new Operator("max", Role.ADMINISTER);

    private final FleetReducer reducer = new FleetReducer(AlarmPolicy.USUAL);
    private final List<FleetEffect> effects = new ArrayList<>();
    private FleetState state = FleetState.EMPTY;
    private final Map<TerminalId, Map<String, Change>> remembered = new HashMap<>();
    private Instant now = START;

    Fleet() {
        tell(new FleetEvent.BrokerFound(now));
    }

    private Fleet(Instant now) {
        this.now = now;
    }

    /// Another monitor that takes over: it has heard nobody and knows what was kept.
    Fleet successor(Collection<Alarm> open) {
        Fleet next = new Fleet(now);
        Map<TerminalId, Map<String, Change>> last = new HashMap<>();
        for (FleetEffect effect : effects) {
            if (effect instanceof FleetEffect.KeepChange(Change change)) {
                last.computeIfAbsent(change.terminal(), _ -> new HashMap<>())
                        .put(change.subject(), change);
            }
        }
        remembered.forEach((id, before) ->
                before.forEach((subject, change) ->
                        last.computeIfAbsent(id, _ -> new HashMap<>())
                                .putIfAbsent(subject, change)));
        next.remembered.putAll(last);
        List<TerminalCondition> terminals = new ArrayList<>();
        last.forEach((id, changes) -> terminals.add(TerminalMemory.of(id, changes.values(), now)));
        next.tell(
                new FleetEvent.Remembered(
                        now,
                        new FleetMemory(
                                terminals,
                                List.copyOf(open),
                                List.copyOf(state.windows().values()),
                                List.of(),
                                state.nextAlarm())));
        return next;
    }

    static TerminalId id(String office, int number) {
        return new TerminalId(office, "terminal-" + number);
    }

    FleetState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<FleetEffect> tell(FleetEvent event) {
        FleetTransition next = reducer.next(state, event);
        state = next.state();
        effects.addAll(next.effects());
        return next.effects();
    }

    List<FleetEffect> tell(List<FleetEvent> events) {
        FleetTransition next = reducer.next(state, events);
        state = next.state();
        effects.addAll(next.effects());
        return next.effects();
    }

    /// Lets time pass in steps of a second, in which every terminal of `living` says that it lives.
    void pass(Duration time, TerminalId... living) {
        for (long i = 0; i < time.toSeconds(); i++) {
            now = now.plusSeconds(1);
            if (i % 30 == 0) {
                for (TerminalId id : living) {
                    report(id, Map.of());
                }
            }
            tell(new FleetEvent.Ticked(now));
        }
    }

    void jump(Duration time) {
        now = now.plus(time);
    }

    void born(TerminalId id) {
        born(id, 0, Map.of());
    }

    void born(TerminalId id, long birth, Map<String, Double> metrics) {
        tell(birth(id, birth, metrics));
    }

    FleetEvent birth(TerminalId id, long birth, Map<String, Double> metrics) {
        return new FleetEvent.Born(
                id,
                now,
                birth,
                0,
                new NodeReport(
                        Optional.of(TerminalMode.IN_SERVICE),
                        Optional.of(Health.OK),
                        Optional.empty(),
                        Optional.of("1.0"),
                        Optional.of("0123456789abcdef"),
                        Map.of(),
                        metrics));
    }

    void died(TerminalId id) {
        tell(new FleetEvent.Died(id, now, sequence(id).birth()));
    }

    Sequence sequence(TerminalId id) {
        return state.terminal(id).orElseThrow().sequence();
    }

    private int nextSeq(TerminalId id) {
        return Math.max(0, state.terminal(id).map(known -> known.sequence().next()).orElse(0));
    }

    void report(TerminalId id, Map<String, Double> metrics) {
        report(id, Map.of(), metrics);
    }

    void report(TerminalId id, Map<String, String> words, Map<String, Double> metrics) {
        tell(
                new FleetEvent.Reported(
                        id,
                        now,
                        nextSeq(id),
                        new NodeReport(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                words,
                                metrics)));
    }

    void device(TerminalId id, String device, DeviceStatus status, PaperStatus paper) {
        tell(
                new FleetEvent.DeviceReported(
                        id, now, nextSeq(id), device, DeviceReport.of(status, paper)));
    }

    void operate(OperatorAction action) {
        tell(new FleetEvent.Operated(now, ADMINISTRATOR, action));
    }

    Optional<Alarm> alarm(AlarmKind kind) {
        return state.alarms().values().filter(alarm -> alarm.key().kind() == kind).findAny();
    }

    long count(AlarmKind kind) {
        return state.alarms().values().filter(alarm -> alarm.key().kind() == kind).count();
    }

    /// Notices so far of one kind.
    List<Notice> notices(AlarmKind kind) {
        return effects.stream()
                .filter(FleetEffect.Notify.class::isInstance)
                .map(FleetEffect.Notify.class::cast)
                .filter(notify -> notify.alarm().key().kind() == kind)
                .map(FleetEffect.Notify::notice)
                .toList();
    }

    /// Every effect after the first `number`.
    List<FleetEffect> effectsAfter(int number) {
        return effects.subList(number, effects.size());
    }

    <T extends FleetEffect> List<T> effects(Class<T> type) {
        return effects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
