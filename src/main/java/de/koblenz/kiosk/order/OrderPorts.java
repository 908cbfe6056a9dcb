package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.TicketPrinter;
import de.koblenz.kiosk.order.payment.BookingJournal;
import de.koblenz.kiosk.order.payment.PaymentGateway;
import de.koblenz.kiosk.order.payment.ProviderFees;
import de.koblenz.kiosk.order.submission.SubmissionChannel;
import de.koblenz.kiosk.order.ticketing.Booking;

/// Everybody an order deals with.
///
/// @param store where orders lie
/// @param bookings the journal of money
/// @param prints what was sent to the printer
/// @param booking the owner of places
/// @param payments the payment platform
/// @param fees what the payment provider takes
/// @param submissions the way to authorities
/// @param printer what prints tickets and receipts
public record OrderPorts(
        OrderStore store,
        BookingJournal bookings,
        PrintJournal prints,
        Booking booking,
        PaymentGateway payments,
        ProviderFees fees,
        SubmissionChannel submissions,
        TicketPrinter printer) {}
