package de.koblenz.kiosk.config.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The configurations of a terminal: the installed one, and in the data folder those that the data centre sent. One is in force; another
/// may be on trial. What was tried and not kept when the next program starts is taken back, however the one before it ended.
///
/// The files that are each terminal's own ([ConfigurationArchive#OWN]) are links to the installed ones. Thread-safe within one process,
/// which is the only one of a data folder.
public final class ConfigurationShelf {
    /// Why a trial ended whose program ended before it was decided.
    static final String ENDED = "CMD-CRASHED";

    private static final String FOLDER = "configuration";
    private static final String STATE = "state";
    private static final String PART = ".part";

    private final Path installed;
    private final Path profiles;
    private final Path folder;
    private final Consumer<String> reached;

    /// @param data the data folder
    /// @param installed folder of the installed configuration
    /// @param profiles folder of the installed device profiles
    public ConfigurationShelf(Path data, Path installed, Path profiles) {
        this(data, installed, profiles, _ -> {});
    }

    /// @param reached told of each place where the process might end
    ConfigurationShelf(Path data, Path installed, Path profiles, Consumer<String> reached) {
        this.installed = installed;
        this.profiles = profiles;
        this.folder = data.resolve(FOLDER).toAbsolutePath();
        this.reached = reached;
    }

    /// What a program is to run with.
    ///
    /// @param config folder of the configuration
    /// @param profiles folder of the device profiles
    /// @param trial the command that sent it, while it is on trial
    /// @param working devices that worked before the trial
    public record Choice(Path config, Path profiles, Optional<UUID> trial, Set<String> working) {}

    /// How a trial ended.
    public sealed interface Ending {
        record Kept() implements Ending {}

        /// @param code what was wrong
        record TakenBack(String code) implements Ending {}

        record OnTrial() implements Ending {}

        /// It was never begun.
        record Unknown() implements Ending {}
    }

    /// Chooses at the start of a program, once. A trial that a program was started with before is over.
    ///
    /// @throws IOException if that cannot be written down: then nothing is tried
    public synchronized Choice choose() throws IOException {
        if (!Files.isDirectory(folder)) {
            return chosen(ShelfState.INSTALLED);
        }
        ShelfState state = state();
        if (state.trial().isPresent()) {
            boolean whole = isWhole(state.trial().get());
            state = state.started() || !whole ? state.takenBack(ENDED) : state.withStart();
            write(state);
        }
        tidy(state);
        return chosen(state);
    }

    private Choice chosen(ShelfState state) {
        Optional<UUID> sent = state.trial().or(state::kept).filter(this::isWhole);
        Path own = sent.map(this::folder).map(it -> it.resolve("device-profiles")).orElse(profiles);
        return new Choice(
                sent.map(this::config).orElse(installed),
                Files.isDirectory(own) ? own : profiles,
                state.trial(),
                state.working());
    }

    private boolean isWhole(UUID id) {
        return Files.isDirectory(config(id));
    }

    private Path folder(UUID id) {
        return folder.resolve(id.toString());
    }

    private Path config(UUID id) {
        return folder(id).resolve(ConfigurationArchive.CONFIG);
    }

    /// Unpacks what was sent beside what is in force. Done again, it does nothing.
    ///
    /// @param id of the command that sent it
    /// @return what a program would run with
    /// @throws ArchiveRefused if it is none of a configuration
    public synchronized Choice stage(UUID id, byte[] zip) throws IOException, ArchiveRefused {
        Path whole = folder(id);
        if (!Files.isDirectory(whole)) {
            Path part = folder.resolve(id + PART);
            delete(part);
            Files.createDirectories(part);
            reached.accept("made a folder");
            try {
                ConfigurationArchive.unpack(zip, part);
                for (String own : ConfigurationArchive.OWN) {
                    Path there = installed.resolve(own).toAbsolutePath();
                    if (Files.exists(there)) {
                        Files.createSymbolicLink(
                                part.resolve(ConfigurationArchive.CONFIG).resolve(own), there);
                    }
                }
            } catch (IOException | ArchiveRefused e) {
                delete(part);
                throw e;
            }
            reached.accept("unpacked");
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            reached.accept("staged");
        }
        Path own = whole.resolve(ConfigurationArchive.PROFILES);
        return new Choice(
                config(id), Files.isDirectory(own) ? own : profiles, Optional.of(id), Set.of());
    }

    /// Forgets what was staged and is not wanted.
    public synchronized void discard(UUID id) throws IOException {
        delete(folder(id));
    }

    /// Has the next program try what was staged.
    ///
    /// @param working devices that work now, and must then
    public synchronized void tryOut(UUID id, Set<String> working) throws IOException {
        reached.accept("before the trial is written down");
        write(state().trying(id, working));
        reached.accept("the trial is written down");
    }

    /// What is on trial is good.
    ///
    /// @return false if that was decided otherwise before
    public synchronized boolean keep(UUID id) throws IOException {
        if (!state().trial().equals(Optional.of(id))) {
            return false;
        }
        write(state().keeping(id));
        reached.accept("kept");
        return true;
    }

    /// What is on trial is not good; the next program runs with what was in force before.
    ///
    /// @param code what is wrong
    public synchronized void takeBack(UUID id, String code) throws IOException {
        if (state().trial().equals(Optional.of(id))) {
            write(state().takenBack(code));
            reached.accept("taken back");
        }
    }

    /// What became of what a command sent.
    public synchronized Ending ending(UUID id) throws IOException {
        ShelfState state = state();
        Optional<UUID> asked = Optional.of(id);
        if (state.kept().equals(asked)) {
            return new Ending.Kept();
        }
        if (state.trial().equals(asked)) {
            return new Ending.OnTrial();
        }
        return state.ended().equals(asked)
                ? new Ending.TakenBack(state.code())
                : new Ending.Unknown();
    }

    private ShelfState state() throws IOException {
        return ShelfState.read(folder.resolve(STATE));
    }

    private void write(ShelfState state) throws IOException {
        Files.createDirectories(folder);
        state.write(folder.resolve(STATE));
        reached.accept("state");
    }

    /// Deletes what is neither in force nor on trial.
    private void tidy(ShelfState state) throws IOException {
        List<Path> all;
        try (Stream<Path> names = Files.list(folder)) {
            all = names.filter(Files::isDirectory).toList();
        }
        for (Path one : all) {
            String name = String.valueOf(one.getFileName());
            boolean used =
                    Stream.of(state.kept(), state.trial())
                            .flatMap(Optional::stream)
                            .anyMatch(id -> id.toString().equals(name));
            if (!used) {
                delete(one);
                reached.accept("tidied");
            }
        }
    }

    /// Deletes a folder and never follows a link. Half of one is never taken for a whole.
    private static void delete(Path whole) throws IOException {
        if (!Files.isDirectory(whole)) {
            return;
        }
        Path part = whole;
        if (!whole.toString().endsWith(PART)) {
            part = whole.resolveSibling(whole.getFileName() + PART);
            delete(part);
            Files.move(whole, part, StandardCopyOption.ATOMIC_MOVE);
        }
        try (Stream<Path> tree = Files.walk(part)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
