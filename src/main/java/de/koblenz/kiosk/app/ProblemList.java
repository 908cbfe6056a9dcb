package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The problems of an installation as whoever called the program can use them: each names its file by a path that opens
/// from the working directory, so that terminals and editors make a link of it.
///
/// @param config configuration folder
/// @param profiles folder of device profiles
record ProblemList(Path config, Path profiles) {
    /// Under this name readers mention the folder of device profiles.
    static final String PROFILES = "device-profiles";

    private static final List<String> FILES = List.of("terminal.yaml", "catalogue.yaml");

    /// All problems, ordered. Of a folder that is no configuration only that is said: what each reader misses there
    /// helps nobody.
    List<Problem> of(Problems problems) {
        return objection()
                .map(List::of)
                .orElseGet(() -> problems.sorted().stream().map(this::openable).sorted().toList());
    }

    private Optional<Problem> objection() {
        if (!Files.isDirectory(config)) {
            return Optional.of(objection("there is no such folder"));
        }
        return FILES.stream().map(config::resolve).noneMatch(Files::exists)
                ? Optional.of(
                        objection(
                                "this is no configuration folder: neither "
                                        + String.join(" nor ", FILES)
                                        + " is in it"))
                : Optional.empty();
    }

    private Problem objection(String message) {
        return new Problem(near(config), 1, 1, message, "CFG-FOLDER");
    }

    private Problem openable(Problem problem) {
        Path file = Path.of(problem.file());
        Path found =
                file.startsWith(PROFILES)
                        ? profiles.resolve(Path.of(PROFILES).relativize(file))
                        : config.resolve(file);
        return new Problem(
                near(found), problem.line(), problem.column(), problem.message(), problem.code());
    }

    private static String near(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path there = file.toAbsolutePath().normalize();
        return (there.startsWith(here) ? here.relativize(there) : there).toString();
    }
}
