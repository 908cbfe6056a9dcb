package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.PagePictures;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Draws one [Screen] after the other in its own pixels (1080 × 1920 or 1920 × 1080) and sends what is
/// touched. Pages of the same kind share their nodes, so a change of page sets texts and makes
/// nothing; a page with the same key keeps focus, pressed keys and what is typed. FX thread only.
public final class ScreenView extends Region {
    static final ScreenLook FIRST_LOOK =
            new ScreenLook(KioskGeometry.PORTRAIT, false, false, false, false, "de", false);

    private final Console console;
    private final KioskFrame frame;
    private final Map<Class<?>, BodyView<?>> views = new HashMap<>();
    private Branding branding = Branding.KOBLENZ;
    private Duration pause = TouchGate.SHORT;
    private Duration filteredPause = TouchGate.FILTERED;
    private PageStyle style = PageStyle.of(FIRST_LOOK);
    private @Nullable Consumer<Screen> paintListener;
    private @Nullable Screen shown;
    private @Nullable BodyView<?> body;

    /// @param words words of the keyboard by language tag
    /// @param events receives what is touched, on the FX thread
    /// @param pad receives the digits of a PIN, on the FX thread
    /// @param nanos a monotonic clock in nanoseconds, for the debounce of touches
    public ScreenView(
            Function<String, KeyboardWords> words,
            Consumer<SessionEvent> events,
            PinPad pad,
            LongSupplier nanos) {
        this(words, events, pad, PagePictures.NONE, nanos);
    }

    /// @param pictures where pictures of scanned pages come from
    public ScreenView(
            Function<String, KeyboardWords> words,
            Consumer<SessionEvent> events,
            PinPad pad,
            PagePictures pictures,
            LongSupplier nanos) {
        useOwnStylesheet();
        console = new Console(events, new TouchGate(nanos), words, pad, pictures);
        frame = new KioskFrame(console);
        getChildren().add(frame);
        getStyleClass().add("kiosk");
        setFocusTraversable(false);
        addEventFilter(KeyEvent.KEY_TYPED, this::keyTyped);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// Puts our stylesheet in the place of JavaFX's own, which is then never loaded. Called by the
    /// constructor; call it earlier where a scene is made before.
    public static void useOwnStylesheet() {
        URL css = Screen.class.getResource("kiosk.css");
        if (css == null) {
            throw new IllegalStateException("kiosk.css missing");
        }
        if (!css.toExternalForm().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(css.toExternalForm());
        }
    }

    /// Makes the terminal that of a city.
    public void brand(Branding city) {
        branding = city;
        frame.brand(city);
        Screen screen = shown;
        applyLook(screen == null ? FIRST_LOOK : screen.look());
    }

    /// Shows a page.
    @SuppressWarnings("ReferenceEquality") // The same view object, not one that looks alike.
    public void render(Screen screen) {
        Screen before = shown;
        boolean samePage = before != null && before.key().equals(screen.key());
        if (before == null || !before.look().equals(screen.look())) {
            applyLook(screen.look());
        }
        BodyView<?> former = body;
        BodyView<?> view = views.get(screen.body().getClass());
        if (view == null) {
            view = make(screen.body());
        }
        boolean sameView = view == former;
        if (!samePage || !sameView) {
            console.gate().pageChanged();
            view.pageChanged();
        }
        fill(view, screen.body());
        frame.show(screen, style, view);
        if (!sameView) {
            view.setVisible(true);
            if (former != null) {
                former.setVisible(false);
                former.pageChanged();
                Forgetful.forgetAll(former);
            }
        }
        shown = screen;
        body = view;
        announcePainting(screen);
    }

    /// The page that was given to [#render] last.
    public Optional<Screen> shown() {
        return Optional.ofNullable(shown);
    }

    /// Calls `listener` on the FX thread after a page that [#render] was given has been painted: in the
    /// pulse after the one that laid it out, when its picture is with the screen. `null` takes the listener away.
    public void setPaintListener(@Nullable Consumer<Screen> listener) {
        paintListener = listener;
    }

    private void announcePainting(Screen screen) {
        Consumer<Screen> listener = paintListener;
        Scene scene = getScene();
        if (listener == null || scene == null) {
            return;
        }
        once(
                scene::addPostLayoutPulseListener,
                scene::removePostLayoutPulseListener,
                () ->
                        once(
                                scene::addPreLayoutPulseListener,
                                scene::removePreLayoutPulseListener,
                                () -> listener.accept(screen)));
        Platform.requestNextPulse();
    }

    private static void once(Consumer<Runnable> add, Consumer<Runnable> remove, Runnable then) {
        Runnable[] own = new Runnable[1];
        own[0] =
                () -> {
                    remove.accept(own[0]);
                    then.run();
                    Platform.requestNextPulse();
                };
        add.accept(own[0]);
    }

    /// How long a second touch of the same target does not count.
    ///
    /// @param usual at most 500 ms
    /// @param filtered with the key filter on, at least 500 ms
    public void setTouchPause(Duration usual, Duration filtered) {
        pause = usual;
        filteredPause = filtered;
        console.gate().setPause(style.look().keyFilter() ? filteredPause : pause);
    }

    private void applyLook(ScreenLook look) {
        style = PageStyle.of(look);
        console.gate().setPause(look.keyFilter() ? filteredPause : pause);
        setNodeOrientation(
                look.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        toggle("high-contrast", look.highContrast());
        toggle("large-text", look.largeText());
        toggle("right-to-left", look.rightToLeft());
        setStyle(look.highContrast() ? "" : colours());
        resize(look.geometry().width(), look.geometry().height());
        requestLayout();
    }

    private String colours() {
        return branding.colours().entrySet().stream()
                .map(e -> "-" + e.getKey() + ": " + e.getValue() + ";")
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private void toggle(String styleClass, boolean on) {
        if (!on) {
            getStyleClass().remove(styleClass);
        } else if (!getStyleClass().contains(styleClass)) {
            getStyleClass().add(styleClass);
        }
    }

    private BodyView<?> make(Screen.Body kind) {
        BodyView<?> view =
                switch (kind) {
                    case Screen.Start _ -> new StartView(console);
                    case Screen.Cells _ -> new CellsView(console);
                    case Screen.Search _ -> new SearchView(console);
                    case Screen.ServiceFacts _ -> new FactsView(console);
                    case Screen.TextEntry _ -> new EntryView(console);
                    case Screen.PinEntry _ -> new PinView(console);
                    case Screen.PartsEntry _ -> new PartsView(console);
                    case Screen.Choices _ -> new ChoicesView(console);
                    case Screen.CodePage _ -> new CodePageView(console);
                    case Screen.Instances _ -> new InstancesView(console);
                    case Screen.Counters _ -> new CountersView(console);
                    case Screen.Summary _ -> new SummaryView(console);
                    case Screen.QrPanel _ -> new QrPanelView(console);
                    case Screen.Progress _ -> new ProgressView(console);
                    case Screen.Message _ -> new MessageView(console);
                    case Screen.Reading _ -> new ReadingView(console);
                    case Screen.ScannedSheet _ -> new SheetView(console);
                    case Screen.Switches _ -> new SwitchesView(console);
                    case Screen.Languages _ -> new LanguagesView(console);
                };
        views.put(kind.getClass(), view);
        frame.add(view);
        return view;
    }

    private void fill(BodyView<?> view, Screen.Body content) {
        switch (content) {
            case Screen.Start it -> ((StartView) view).show(it, style);
            case Screen.Cells it -> ((CellsView) view).show(it, style);
            case Screen.Search it -> ((SearchView) view).show(it, style);
            case Screen.ServiceFacts it -> ((FactsView) view).show(it, style);
            case Screen.TextEntry it -> ((EntryView) view).show(it, style);
            case Screen.PinEntry it -> ((PinView) view).show(it, style);
            case Screen.PartsEntry it -> ((PartsView) view).show(it, style);
            case Screen.Choices it -> ((ChoicesView) view).show(it, style);
            case Screen.CodePage it -> ((CodePageView) view).show(it, style);
            case Screen.Instances it -> ((InstancesView) view).show(it, style);
            case Screen.Counters it -> ((CountersView) view).show(it, style);
            case Screen.Summary it -> ((SummaryView) view).show(it, style);
            case Screen.QrPanel it -> ((QrPanelView) view).show(it, style);
            case Screen.Progress it -> ((ProgressView) view).show(it, style);
            case Screen.Message it -> ((MessageView) view).show(it, style);
            case Screen.Reading it -> ((ReadingView) view).show(it, style);
            case Screen.ScannedSheet it -> ((SheetView) view).show(it, style);
            case Screen.Switches it -> ((SwitchesView) view).show(it, style);
            case Screen.Languages it -> ((LanguagesView) view).show(it, style);
        }
    }

    /// Styles what is to be seen without waiting for a pulse; views that are hidden cost most of it.
    void styleVisible() {
        for (Node part : frame.getChildrenUnmodifiable()) {
            if (part.isVisible()) {
                part.applyCss();
            }
        }
    }

    private void keyTyped(KeyEvent event) {
        BodyView<?> view = body;
        String letters = event.getCharacter();
        if (view == null || letters.isEmpty() || Character.isISOControl(letters.charAt(0))) {
            return;
        }
        view.type(letters);
    }

    private void keyPressed(KeyEvent event) {
        BodyView<?> view = body;
        if (view != null && event.getCode() == KeyCode.BACK_SPACE) {
            view.delete();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return style.look().geometry().width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return style.look().geometry().height();
    }

    @Override
    protected void layoutChildren() {
        frame.resizeRelocate(
                0, 0, style.look().geometry().width(), style.look().geometry().height());
    }
}
