package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.catalog.Towns;
import de.koblenz.kiosk.service.fim.LeistungTexts;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The services that this terminal can do, with their entries in the catalogue. Those that come as packages are added
/// once, behind the first page; nothing is ever taken away. Thread-safe.
public final class Journeys {
    /// What citizens are told of a service whose schema is not valid today.
    public static final String CLOSED = "PKG-EXPIRED";

    private final ServiceCatalog catalog;
    private final boolean identifies;
    private volatile Offers offers;
    private volatile Towns towns = Towns.NONE;

    private record Offers(Map<String, Journey> journeys, Map<String, ServicePackage> packages) {}

    /// @param byService journey of each service id
    /// @param identifies whether this terminal may read identity cards; where it may not, citizens type by hand where that
    ///     is enough, and what asks for more cannot be done here
    public Journeys(ServiceCatalog catalog, Map<String, Journey> byService, boolean identifies) {
        this.catalog = catalog;
        this.identifies = identifies;
        this.offers = new Offers(possible(byService), Map.of());
    }

    private Map<String, Journey> possible(Map<String, Journey> byService) {
        Map<String, Journey> possible = new HashMap<>(byService);
        if (!identifies) {
            possible.values()
                    .removeIf(journey ->
                            journey.step(Step.Identification.class)
                                    .filter(step -> !step.byHand())
                                    .isPresent());
            possible.replaceAll((_, journey) -> journey.without(Step.Identification.class));
        }
        return Map.copyOf(possible);
    }

    /// Adds the services that come as packages; one with mistakes keeps its page and cannot be started.
    public void add(Map<String, ServicePackage> packages) {
        Map<String, Journey> more = new HashMap<>();
        packages.forEach((id, each) -> {
            if (each.startable()) {
                each.journey().ifPresent(journey -> more.put(id, journey));
            }
        });
        Map<String, Journey> all = new HashMap<>(possible(more));
        all.putAll(offers.journeys());
        offers = new Offers(Map.copyOf(all), Map.copyOf(packages));
    }

    /// Proposes these towns for postcodes from now on.
    public void know(Towns found) {
        towns = found;
    }

    /// What is known of postcodes; nothing before it was read.
    public Towns towns() {
        return towns;
    }

    /// The package of a service, if it comes as one, also where it has mistakes.
    public Optional<ServicePackage> packaged(String serviceId) {
        return Optional.ofNullable(offers.packages().get(serviceId));
    }

    /// All that is said about a service, if it comes as a package with a description.
    public Optional<LeistungTexts> description(String serviceId) {
        return packaged(serviceId).flatMap(ServicePackage::description);
    }

    public Optional<Journey> find(String serviceId) {
        return Optional.ofNullable(offers.journeys().get(serviceId));
    }

    /// The service as its package describes it, else as the catalogue does.
    public Optional<Leistung> service(String serviceId) {
        return packaged(serviceId)
                .filter(each -> each.startable() || each.forwards())
                .flatMap(ServicePackage::service)
                .or(() -> catalog.find(serviceId));
    }

    /// Whether the terminal can do the service on a day: it has a journey, is online, and its schema is valid.
    public boolean guided(String serviceId, LocalDate day) {
        return known(serviceId) && !closed(serviceId, day);
    }

    /// Whether the terminal could do the service, if its schema were valid on that day.
    public boolean closed(String serviceId, LocalDate day) {
        return known(serviceId)
                && packaged(serviceId).flatMap(each -> each.closed(day)).isPresent();
    }

    private boolean known(String serviceId) {
        return offers.journeys().containsKey(serviceId)
                && catalog.find(serviceId).filter(Leistung::online).isPresent();
    }
}
