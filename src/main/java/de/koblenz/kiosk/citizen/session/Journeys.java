package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The services that this terminal can do, with their entries in the catalogue. Immutable.
public final class Journeys {
    private final ServiceCatalog catalog;
    private final Map<String, Journey> byService;

    /// @param byService journey of each service id
    /// @param identifies whether this terminal may read identity cards; where it may not, citizens type by hand where that
    ///     is enough, and what asks for more cannot be done here
    public Journeys(ServiceCatalog catalog, Map<String, Journey> byService, boolean identifies) {
        this.catalog = catalog;
        Map<String, Journey> possible = new HashMap<>(byService);
        if (!identifies) {
            possible.values()
                    .removeIf(journey ->
                            journey.step(Step.Identification.class)
                                    .filter(step -> !step.byHand())
                                    .isPresent());
            possible.replaceAll((_, journey) -> journey.without(Step.Identification.class));
        }
        this.byService = Map.copyOf(possible);
    }

    public Optional<Journey> find(String serviceId) {
        return Optional.ofNullable(byService.get(serviceId));
    }

    public Optional<Leistung> service(String serviceId) {
        return catalog.find(serviceId);
    }

    /// Whether the terminal can do the service: it has a journey and is online.
    public boolean guided(String serviceId) {
        return byService.containsKey(serviceId)
                && catalog.find(serviceId).filter(Leistung::online).isPresent();
    }
}
