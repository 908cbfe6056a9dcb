package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The whole monitor: where one can go, the fleet in a line, one page, and what lies over it. FX thread only, except where it is said.
public final class MonitorView extends StackPane {
    private static final FleetBoard.Update NOTHING =
            new FleetBoard.Update(
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    true);

    private final Workplace place;
    private final MonitorLook look;
    private final Sheets sheets;
    private final BorderPane frame = new BorderPane();
    private final NavigationRail rail;
    private final StatusBar bar;
    private final SignInPage signIn;
    private final TerminalPage terminal;
    private final Map<Workplace.Target, Page> pages = new EnumMap<>(Workplace.Target.class);
    private Page open;
    private boolean dark;
    private boolean signedIn;
    private Instant touched;

    /// @param waiting runs what may wait, on a platform thread
    /// @param screen runs on the JavaFX thread
    /// @param ids random ones
    public MonitorView(
            FleetWords words,
            MonitorPorts ports,
            MonitorLook look,
            InstantSource clock,
            Executor waiting,
            Executor screen,
            Supplier<UUID> ids) {
        this.look = look;
        this.dark = look.dark();
        this.touched = clock.instant();
        getStyleClass().add("monitor");
        sheets = new Sheets(words, frame);
        Desk desk =
                new Desk(
                        waiting,
                        screen,
                        code -> sheets.tell(words.of("monitor.tell.store", "code", code)));
        place =
                new Workplace(
                        words,
                        new FleetBoard(words),
                        ports,
                        clock,
                        desk,
                        sheets,
                        look.shard(),
                        ids);
        place.navigateBy(this::go);
        rail = new NavigationRail(words, place::go, this::help, this::turnTheme, this::signOut);
        bar = new StatusBar(place);
        signIn = new SignInPage(place, this::signIn);
        terminal = new TerminalPage(place, screen);
        pages.put(Workplace.Target.OVERVIEW, new OverviewPage(place));
        pages.put(Workplace.Target.TERMINAL, terminal);
        pages.put(Workplace.Target.ALARMS, new AlarmsPage(place, look.calls()));
        pages.put(Workplace.Target.MAINTENANCE, new MaintenancePage(place));
        pages.put(Workplace.Target.AUDIT, new AuditPage(place));
        pages.put(Workplace.Target.REPORT, new ReportPage(place));
        open = signIn;
        frame.setLeft(rail);
        frame.setTop(bar);
        getChildren().addAll(frame, sheets);
        addEventFilter(InputEvent.ANY, _ -> touched = clock.instant());
        // Tables take F2 for themselves, so pages are gone to before anybody else sees the key.
        addEventFilter(KeyEvent.KEY_PRESSED, this::moved);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        signOut();
    }

    /// Puts the monitor into a scene and dresses it.
    public Scene scene(double width, double height) {
        Scene scene = new Scene(this, width, height);
        MonitorLook.dress(scene, dark);
        return scene;
    }

    /// Draws the fleet as it is now.
    public void take(FleetState state) {
        FleetBoard.Update update = place.board.take(state, place.now());
        bar.line(state.hearing(), place.ports.wire().collecting());
        if (signedIn) {
            if (update.any()) {
                figures();
                open.show(update);
            }
            lockIfLeft();
        }
    }

    private void figures() {
        bar.show(place.board.total());
        rail.alarms(
                place.board
                        .state()
                        .alarms()
                        .values()
                        .filter(alarm ->
                                alarm.state() == AlarmState.RAISED && !alarm.call().quiet())
                        .count());
    }

    private void lockIfLeft() {
        boolean somebody = !place.operator().equals(look.nobody());
        if (somebody && Duration.between(touched, place.now()).compareTo(look.lockAfter()) > 0) {
            signOut();
        }
    }

    /// Somebody sits here from now on.
    public void signIn(Operator operator) {
        touched = place.now();
        place.sits(operator);
        signedIn = true;
        bar.signedIn(true);
        bar.operator();
        frame.setLeft(rail);
        rail.signedIn(!Optional.of(operator).equals(look.nobody()) || look.nobody().isEmpty());
        figures();
        place.go(Workplace.Target.OVERVIEW);
    }

    /// Nobody sits here any more; where nobody may look either, somebody has to sign in.
    void signOut() {
        Optional<Operator> before = place.operator();
        sheets.shut();
        sheets.hush();
        before.filter(who -> !Optional.of(who).equals(look.nobody()))
                .ifPresent(who ->
                        place.desk.ask(
                                () -> {
                                    place.ports.door().leave(who);
                                    return true;
                                },
                                _ -> {}));
        boolean again = before.isPresent() && before.equals(look.nobody());
        if (look.nobody().isPresent() && !again) {
            signIn(look.nobody().get());
        } else {
            place.sits(null);
            signedIn = false;
            bar.signedIn(false);
            bar.operator();
            frame.setLeft(null);
            open(signIn);
        }
    }

    private void go(Workplace.Target target, Optional<TerminalId> id) {
        Page page = pages.get(target);
        if (!signedIn || page == null) {
            return;
        }
        id.ifPresent(terminal::choose);
        rail.here(target);
        open(page);
    }

    private void open(Page page) {
        if (!open.equals(page)) {
            open.closed();
        }
        open = page;
        page.show(NOTHING);
        page.opened();
        frame.setCenter(page);
        bar.title(page.title());
        page.first().requestFocus();
    }

    private void turnTheme() {
        dark = !dark;
        Scene scene = getScene();
        if (scene != null) {
            MonitorLook.dress(scene, dark);
        }
    }

    void help() {
        sheets.show(place.of("monitor.help"), HelpKeys.lines(place.words));
    }

    private void pressed(KeyEvent event) {
        if (!event.isConsumed() && !sheets.open() && !typing(event) && open.key(event)) {
            event.consume();
        }
    }

    private void moved(KeyEvent event) {
        if (!sheets.open() && move(event)) {
            event.consume();
        }
    }

    /// Letters that are typed into a field are no commands.
    private static boolean typing(KeyEvent event) {
        Node target = event.getTarget() instanceof Node node ? node : null;
        return target instanceof TextInputControl
                && !event.isShortcutDown()
                && !event.getCode().isFunctionKey()
                && event.getCode() != KeyCode.ESCAPE;
    }

    private boolean move(KeyEvent event) {
        switch (event.getCode()) {
            case F1 -> help();
            case F2 -> place.go(Workplace.Target.OVERVIEW);
            case F3 -> place.go(Workplace.Target.ALARMS);
            case F4 -> place.go(Workplace.Target.MAINTENANCE);
            case F6 -> place.go(Workplace.Target.AUDIT);
            case F7 -> place.go(Workplace.Target.REPORT);
            case F9 -> turnTheme();
            case F12 -> signOut();
            default -> {
                return false;
            }
        }
        return true;
    }

    Workplace place() {
        return place;
    }

    Page page() {
        return open;
    }

    /// Opens a terminal in depth, as for a picture.
    public void open(TerminalId id) {
        place.go(id);
    }
}
