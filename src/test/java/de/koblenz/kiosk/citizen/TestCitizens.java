package de.koblenz.kiosk.citizen;

/// Citizens for the two guided services.
public final class TestCitizens {
    private TestCitizens() {}

    /// Wants a resident parking permit for the car of a company, types everything wrong first, and takes the copy
    /// along on the phone.
    public static CitizenScript clumsyResident() {
        return resident()
                .types("applicant.givenNames", "", "Erika 7", "Erika")
                .types("applicant.birthDate#0", "31", "12")
                .types("applicant.birthDate#1", "2", "8")
                .types("address.houseNumber", "sieben", "7")
                .types("address.postcode", "50667", "56073")
                .types("vehicle.licencePlate", "KOAB123", "ko-ab 123")
                .types("vehicle.length", "43", "4350")
                .types("permit.start#0", "2", "3")
                .chooses("question.bewohnerparkausweis.owner", "option.company")
                .chooses("question.bewohnerparkausweis.permission", "option.false", "option.true");
    }

    /// Wants a resident parking permit and types everything right at once.
    public static CitizenScript resident() {
        return CitizenScript.byTile("bewohnerparkausweis", "AUTO_PARKEN")
                .chooses("identity", "identity.HAND")
                .types("applicant.givenNames", "Erika")
                .types("applicant.familyName", "Mustermann")
                .typesDate("applicant.birthDate", "12", "8", "1964")
                .types("address.street", "Lindenallee")
                .types("address.houseNumber", "7")
                .types("address.postcode", "56073")
                .types("vehicle.licencePlate", "KO-AB 123")
                .types("vehicle.length", "4350")
                .types("vehicle.width", "1800")
                .typesDate("permit.start", "3", "6", "2026")
                .chooses("copy", "copy.QR");
    }

    /// Wants to swim with two adults and a child in a pool that asks for nobody's name.
    public static CitizenScript swimmer() {
        return CitizenScript.byTile("schwimmbad-ticket", "FREIZEIT_WAHL_STOERUNG")
                .chooses("venue", "venue.oberwerth")
                .chooses("slot", "slot.oberwerth-4-9")
                .counts("adult", 2)
                .counts("child", 1);
    }

    /// Wants to swim with the family in a pool that asks how it can reach the guests.
    public static CitizenScript swimmerWithContact() {
        return CitizenScript.bySearch("schwimmbad-ticket", "schwimm")
                .chooses("venue", "venue.karthause")
                .chooses("slot", "slot.karthause-4-14", "slot.karthause-6-9")
                .counts("family", 1)
                .types("contact.name", "Erika Mustermann")
                .types("contact.phone", "0261 / 12 34 5")
                .types("contact.email", "erika@", "erika@beispiel.de")
                .chooses("question.schwimmbad-ticket.contact-way", "option.email");
    }
}
