package de.koblenz.kiosk.service.catalog;

/// One word as the search compares it.
///
/// @param surface lower case without accents, umlauts as their plain vowel: `verlangerung`
/// @param stem without inflection: `verlang`; equal to the surface where nothing was cut off
record SearchWord(String surface, String stem) {}
