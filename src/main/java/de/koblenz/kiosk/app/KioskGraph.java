package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.PagePictures;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.view.Branding;
import de.koblenz.kiosk.citizen.ui.view.KeyboardWords;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.config.BrandingSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TimeoutSettings;
import de.koblenz.kiosk.config.push.ConfigurationShelf;
import de.koblenz.kiosk.health.command.CommandTarget;
import de.koblenz.kiosk.service.catalog.CatalogSearch;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.store.SchemaTooNew;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A whole terminal: front stage first, so that the first page is painted soon, then what lies behind it on a
/// thread of its own. Plain `new` in dependency order, closed in reverse.
final class KioskGraph implements AutoCloseable {
    /// The office's time zone: what "today" and a time on paper mean.
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final System.Logger LOG = System.getLogger("kiosk.app");

    /// Hits that a citizen may page through.
    private static final int MOST_HITS = 24;

    private final Installation installation;
    private final Endpoints ends;
    private final Path data;
    private final Clocks clocks;
    private final FrontStage front;
    private final HealthDesk health;
    private final CompletableFuture<Optional<Backstage>> backstage = new CompletableFuture<>();
    private volatile Consumer<Screen> screen = _ -> {};
    private volatile Optional<Runnable> restart = Optional.empty();
    private volatile Optional<ConfigurationShelf> shelf = Optional.empty();
    private volatile Optional<Camera> camera = Optional.empty();
    private volatile @Nullable LogFile log;

    KioskGraph(Installation installation, Endpoints ends, Path data, Clocks clocks) {
        this.installation = installation;
        this.ends = ends;
        this.data = data;
        this.clocks = clocks;
        this.health = new HealthDesk(installation, ends, data, clocks.wall());
        this.front =
                new FrontStage(
                        installation,
                        clocks,
                        ends.road().identifies(),
                        page -> screen.accept(page),
                        health::state);
    }

    /// The view of this terminal's pages; JavaFX thread only.
    ///
    /// @param nanos monotonic clock of the debounce
    ScreenView view(LongSupplier nanos) {
        ScreenView view = new ScreenView(this::keyboard, front::post, pad(), pictures(), nanos);
        dress(view);
        return view;
    }

    /// Where digits that nobody may know go.
    PinPad pad() {
        return front.pad();
    }

    /// Where the pictures of scanned pages come from.
    PagePictures pictures() {
        return front.pictures();
    }

    /// Crest and colours of the city.
    private Branding branding() {
        BrandingSettings settings = installation.settings().branding();
        Map<String, String> colours = new HashMap<>();
        settings.colours().forEach((token, colour) -> colours.put(token.key(), colour.toString()));
        Optional<Path> crest =
                settings.crest() instanceof BrandingSettings.Crest.Picture(Path file)
                        ? Optional.of(file)
                        : Optional.empty();
        return new Branding(crest, colours);
    }

    /// Makes a view that of this terminal.
    void dress(ScreenView view) {
        camera = Optional.of(new Camera(view));
        TimeoutSettings timeouts = installation.settings().timeouts();
        view.brand(branding());
        view.setTouchPause(timeouts.touchDebounce(), timeouts.keyFilterDebounce());
    }

    /// Words of the keyboard in a language.
    KeyboardWords keyboard(String tag) {
        return KeyboardWords.of(installation.locales().texts(tag));
    }

    /// Draws the first page on `screen`, and opens what lies behind it.
    void start(Consumer<Screen> drawn) {
        startFront(drawn);
        startBack();
    }

    /// Draws the first page on `screen`.
    void startFront(Consumer<Screen> drawn) {
        screen = drawn;
        front.start();
    }

    /// Opens what lies behind the screen, on a thread of its own.
    void startBack() {
        Thread.ofPlatform().name("backstage").daemon().start(this::openBackstage);
    }

    private void openBackstage() {
        openLog();
        try {
            // First of all: the data centre has to learn also that the rest does not open.
            health.open(this::commands);
            Backstage opened =
                    Backstage.open(installation, ends, data, installation.german(), clocks, ZONE);
            CompletableFuture<CatalogSearch> search =
                    CompletableFuture.supplyAsync(
                            this::search, work -> Thread.ofVirtual().name("search").start(work));
            backstage.complete(Optional.of(opened));
            front.join(
                    opened,
                    new CardErrands(ends.road(), clocks.wall().withZone(ZONE)),
                    typed -> search.join().search(typed, MOST_HITS),
                    this::ended);
            opened.observeDevices(health::device);
            health.payments(opened.payments());
            opened.observeCodes(health::wrongCodes);
            CardWarmup.start(ends.road());
            Thread.ofPlatform().name("packages").daemon().start(() -> addPackages(opened));
        } catch (IOException | RuntimeException | LinkageError e) {
            // A library of the system may be missing. Only the store's own messages are known to be
            // harmless.
            LOG.log(
                    Level.ERROR,
                    "the terminal cannot work: {0}",
                    e instanceof IOException ? e.toString() : Faults.place(e));
            backstage.complete(Optional.empty());
            front.post(new SessionEvent.ServiceModeChanged(false, code(e)));
        }
    }

    /// The last of all, as it takes longest: until then these services have their pages, and cannot be started.
    private void addPackages(Backstage opened) {
        front.know(SearchFiles.towns(installation.configFolder(), new Problems()));
        Map<String, ServicePackage> packages = installation.readPackages();
        front.add(packages);
        health.packagesRead();
        Set<String> destinations = Installation.destinations(packages.values());
        // Most send to where others do.
        destinations.removeAll(installation.destinations());
        opened.prepare(destinations);
    }

    /// Without a disk there is still the system's log.
    private void openLog() {
        try {
            log = LogFile.open(data);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no log of its own: {0}", e.toString());
        }
    }

    private CommandTarget commands(Runnable rebirth) {
        ReplyDesk replies =
                new ReplyDesk(
                        () -> camera.map(Camera::picture).orElse(Shot.NO_SCREEN),
                        this::log,
                        health::send);
        return new KioskCommands(
                front::post,
                health::idle,
                backstage,
                restart,
                rebirth,
                replies,
                shelf.map(of ->
                        new ConfigurationDesk(
                                of,
                                new ArchiveFetch(installation.settings().health().tls()),
                                health::working,
                                replies::explain)),
                restart.map(way ->
                        new UpdateDesk(
                                installation.settings().health().updater(),
                                HealthDesk.VERSION,
                                UpdateDesk.Limits.USUAL,
                                replies::explain,
                                new UpdateDesk.Surroundings(health::idle, way, health::decided))));
    }

    private List<String> log(int lines) throws IOException {
        LogFile open = log;
        if (open == null) {
            throw new IOException("no log");
        }
        return open.last(lines);
    }

    /// Says how the program is ended so that it is started again, perhaps with another configuration; before [#startBack].
    void restartBy(Runnable way, ConfigurationShelf configurations) {
        restart = Optional.of(way);
        shelf = Optional.of(configurations);
    }

    /// This terminal as the trial of a configuration sees it.
    ConfigurationTrial.Patient patient() {
        return new ConfigurationTrial.Patient() {
            @Override
            public Optional<String> complaint(Set<String> working) {
                return backstage.isDone() ? health.complaint(working) : Optional.of("");
            }

            @Override
            public boolean idle() {
                return health.idle();
            }

            @Override
            public void decided() {
                health.decided();
            }
        };
    }

    private static String code(Throwable fault) {
        return switch (fault) {
            case SchemaTooNew _ -> SchemaTooNew.CODE;
            case DataFolder.InUse _ -> DataFolder.InUse.CODE;
            case IOException _ -> "STORE-OPEN";
            default -> KioskWindow.FAULT;
        };
    }

    private CatalogSearch search() {
        Problems unheard = new Problems();
        CatalogSearch search =
                CatalogSearch.of(
                        installation.catalog(),
                        SearchFiles.synonyms(
                                installation.configFolder(), installation.catalog(), unheard),
                        SearchFiles.federal(installation.configFolder(), unheard));
        search.warmUp();
        return search;
    }

    private void ended(Effect.EndSession end) {
        health.ended(end.outcome());
    }

    void post(SessionEvent event) {
        front.post(event);
    }

    /// Waits until everything behind the screen is open, or could not be opened.
    Optional<Backstage> backstage() {
        return backstage.join();
    }

    HealthDesk health() {
        return health;
    }

    @Override
    public void close() {
        front.close();
        backstage.thenAccept(opened -> opened.ifPresent(Backstage::close)).join();
        ends.road().close();
        health.close();
        LogFile open = log;
        if (open != null) {
            open.close();
        }
    }
}
