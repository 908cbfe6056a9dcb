package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ServiceFolder;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads packages: folders of `services/` with files of the federation, each with the overlay of the city (`docs/fim.md`).
/// Thread-safe.
public final class PackageReader {
    private static final System.Logger LOG = System.getLogger("kiosk.service");

    private final ServiceCatalog catalog;

    /// Makes a reader for services of a catalogue.
    public PackageReader(ServiceCatalog catalog) {
        this.catalog = catalog;
    }

    /// The folders of all packages, in the order of their names; none where the folder cannot be read.
    public static List<Path> folders(Path services) {
        try (Stream<Path> all = Files.list(services)) {
            return all.filter(ServiceFolder::isPackage).sorted().toList();
        } catch (IOException _) {
            // Whoever reads the services written by hand has reported it.
            return List.of();
        }
    }

    /// All packages of the folder `services` by id. A bug that one of them brings to light keeps that one from being started and nothing else.
    public Map<String, ServicePackage> readAll(Path services) {
        return readAll(services, this::read);
    }

    /// @param reading of one folder
    Map<String, ServicePackage> readAll(Path services, Function<Path, ServicePackage> reading) {
        Map<String, ServicePackage> packages = new LinkedHashMap<>();
        for (Path folder : folders(services)) {
            ServicePackage read = readOrReport(folder, reading);
            packages.put(read.id(), read);
        }
        return Collections.unmodifiableMap(packages);
    }

    private ServicePackage readOrReport(Path folder, Function<Path, ServicePackage> reading) {
        try {
            return reading.apply(folder);
        } catch (RuntimeException e) {
            String id = String.valueOf(folder.getFileName());
            // Only its class: the message may hold what somebody wrote into the files.
            LOG.log(Level.ERROR, "bug in reading package {0}: {1}", id, e.getClass().getName());
            Problem problem =
                    new Problem(
                            "services/" + id,
                            1,
                            1,
                            "the terminal has a bug in reading this package: tell the help desk ("
                                    + e.getClass().getSimpleName()
                                    + ")",
                            "PKG-BUG");
            return ServicePackage.unread(id, catalog.find(id), problem);
        }
    }

    /// The package of one folder, whatever lies in it.
    public ServicePackage read(Path folder) {
        Problems problems = new Problems();
        String id = String.valueOf(folder.getFileName());
        return read(id, PackageFiles.of(folder, problems), problems);
    }

    /// The package of these files.
    ///
    /// @param problems those that are known already
    ServicePackage read(String id, PackageFiles files, Problems problems) {
        return read(id, files, FederalFiles.read(files), problems);
    }

    /// The package whose federal files have been read.
    ServicePackage read(String id, PackageFiles files, FederalFiles federal, Problems problems) {
        return new PackageReading(catalog, id, files, federal, problems).read();
    }
}
