package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ServiceFolder;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads packages: folders of `services/` with files of the federation, each with the overlay of the city (`docs/fim.md`).
/// Thread-safe.
public final class PackageReader {
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

    /// All packages of the folder `services` by id.
    public Map<String, ServicePackage> readAll(Path services) {
        Map<String, ServicePackage> packages = new LinkedHashMap<>();
        for (Path folder : folders(services)) {
            ServicePackage read = read(folder);
            packages.put(read.id(), read);
        }
        return Collections.unmodifiableMap(packages);
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
