package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All services and offices of the city. Immutable and thread-safe.
public final class ServiceCatalog {
    private final List<Fachamt> offices;
    private final Map<String, Leistung> byId;
    private final List<Leistung> all;
    private final Map<LifeSituation, List<Leistung>> online;

    /// @param services in display order; of two with the same id the first is kept
    public ServiceCatalog(List<Fachamt> offices, List<Leistung> services) {
        this.offices = List.copyOf(offices);
        Map<String, Leistung> first = new LinkedHashMap<>();
        services.forEach(service -> first.putIfAbsent(service.id(), service));
        this.byId = Collections.unmodifiableMap(first);
        this.all = List.copyOf(first.values());
        Map<LifeSituation, List<Leistung>> tiles = new EnumMap<>(LifeSituation.class);
        for (LifeSituation tile : LifeSituation.values()) {
            List<Leistung> shown = new ArrayList<>();
            for (Leistung service : all) {
                if (service.online() && service.tile().filter(tile::equals).isPresent()) {
                    shown.add(service);
                }
            }
            tiles.put(tile, List.copyOf(shown));
        }
        this.online = tiles;
    }

    /// All services in the order of the file.
    public List<Leistung> all() {
        return all;
    }

    public Optional<Leistung> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The tiles that lead anywhere, in the order of the start page.
    public List<LifeSituation> tiles() {
        return Arrays.stream(LifeSituation.values())
                .filter(tile -> !online(tile).isEmpty())
                .toList();
    }

    /// The online services of a tile in display order.
    public List<Leistung> online(LifeSituation tile) {
        return online.getOrDefault(tile, List.of());
    }

    /// The offices in the order of the file.
    public List<Fachamt> offices() {
        return offices;
    }

    /// The services of an office in the order of the file.
    public List<Leistung> of(Fachamt office) {
        return all.stream().filter(service -> service.office().id().equals(office.id())).toList();
    }
}
