package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The packages of a terminal. They are read behind the first page: until then, and for one that has mistakes, the
/// catalogue says all there is to say. Thread-safe.
final class PackageShelf {
    private static final System.Logger LOG = System.getLogger("kiosk.app");

    private static final String PREFIX = "service.";

    private volatile Map<String, ServicePackage> packages = Map.of();

    /// Reads all packages of a folder `services`; one that cannot be read is said in the log, and keeps nobody from anything else.
    Map<String, ServicePackage> read(ServiceCatalog catalog, Path services) {
        PackageReader reader = new PackageReader(catalog);
        Map<String, ServicePackage> read = new LinkedHashMap<>();
        for (Path folder : PackageReader.folders(services)) {
            try {
                ServicePackage each = reader.read(folder);
                read.put(each.id(), each);
                for (Problem problem : each.problems()) {
                    LOG.log(Level.WARNING, "package not offered: {0}", problem);
                }
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                // A bug in the reading of one package; the others are read all the same.
                LOG.log(
                        Level.ERROR,
                        "package not offered: {0}: {1}",
                        folder.getFileName(),
                        Faults.place(e));
            }
        }
        packages = Map.copyOf(read);
        return packages;
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
