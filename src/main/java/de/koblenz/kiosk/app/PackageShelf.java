package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.health.OutsideServices;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The packages of a terminal. They are read behind the first page: until then, and for one that has mistakes, the
/// catalogue says all there is to say. Thread-safe.
final class PackageShelf {
    private static final System.Logger LOG = System.getLogger("kiosk.app");

    /// A bug kept a package from being read.
    private static final String BUG = "PKG-BUG";

    private static final String PREFIX = "service.";

    private volatile Map<String, ServicePackage> packages = Map.of();
    private volatile Set<String> unread = Set.of();

    /// Reads all packages of a folder `services`; one that cannot be read is said in the log, and keeps nobody from anything else.
    Map<String, ServicePackage> read(ServiceCatalog catalog, Path services) {
        PackageReader reader = new PackageReader(catalog);
        Map<String, ServicePackage> read = new LinkedHashMap<>();
        Set<String> failed = new LinkedHashSet<>();
        for (Path folder : PackageReader.folders(services)) {
            try {
                ServicePackage each = reader.read(folder);
                read.put(each.id(), each);
                for (Problem problem : each.problems()) {
                    LOG.log(Level.WARNING, "package not offered: {0}", problem);
                }
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                // A bug in the reading of one package; the others are read all the same.
                failed.add(String.valueOf(folder.getFileName()));
                LOG.log(
                        Level.ERROR,
                        "package not offered: {0}: {1}",
                        folder.getFileName(),
                        Faults.place(e));
            }
        }
        packages = Map.copyOf(read);
        unread = Set.copyOf(failed);
        return packages;
    }

    /// What cannot be started on a day, each with the code of its first reason, in the order of the ids.
    List<OutsideServices.Broken> broken(LocalDate day) {
        Map<String, String> codes = new TreeMap<>();
        unread.forEach(id -> codes.put(id, BUG));
        packages.forEach((id, each) ->
                each.problems().stream()
                        .findFirst()
                        .or(() -> each.closed(day))
                        .ifPresent(problem -> codes.put(id, problem.code())));
        return codes.entrySet().stream()
                .map(each -> new OutsideServices.Broken(each.getKey(), each.getValue()))
                .toList();
    }

    /// The words of a key in a language, if the package has them.
    Optional<String> words(String tag, String key) {
        if (!key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int end = key.indexOf('.', PREFIX.length());
        ServicePackage found =
                packages.get(key.substring(PREFIX.length(), Math.max(end, PREFIX.length())));
        if (found == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(found.texts().getOrDefault(tag, Map.of()).get(key));
    }
}
