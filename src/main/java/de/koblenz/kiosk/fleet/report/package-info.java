/// The availability report as files for people: CSV for a spreadsheet, PDF for paper and screen readers.
@NullMarked
package de.koblenz.kiosk.fleet.report;

import org.jspecify.annotations.NullMarked;
