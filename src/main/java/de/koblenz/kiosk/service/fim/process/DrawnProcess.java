package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the terminal made of a drawn process. Immutable.
///
/// @param form the form with the conditions of the process joined to its fields, and its early ends as rules
/// @param steps in their order
/// @param ruleWords what citizens are told where an early end is reached: rule id to the name of the end event
/// @param gateways names of gateways with two ways, by what holds where the conditional one is taken
/// @param readings how each element was understood, in the order of the process
/// @param remarks what was guessed, and what means nothing here
public record DrawnProcess(
        FormDefinition form,
        List<Step> steps,
        Map<String, String> ruleWords,
        Map<Set<Condition>, String> gateways,
        List<Reading> readings,
        List<Remark> remarks) {
    public DrawnProcess {
        steps = List.copyOf(steps);
        ruleWords = Map.copyOf(ruleWords);
        gateways = Map.copyOf(gateways);
        readings = List.copyOf(readings);
        remarks = List.copyOf(remarks);
    }

    /// How an element was understood.
    ///
    /// @param element its id in the file
    /// @param name as it was drawn; may be empty
    /// @param as the words of `service.yaml`: `page given-names`, `payment`; or `own fault page`, `rule …`
    public record Reading(String element, String name, String as) {}

    /// Something in the drawing that is no mistake, and not what the drawing seems to say.
    ///
    /// @param element its id in the file
    /// @param lost whether something is not asked
    /// @param problem place, what it is and what follows, code
    public record Remark(String element, boolean lost, Problem problem) {}

    /// The process as the journey of a service.
    ///
    /// @throws IllegalArgumentException if the steps are out of order, which [ProcessReader] has reported before
    public Journey journey(String serviceId, Charge charge) {
        return new Journey(serviceId, charge, steps);
    }
}
