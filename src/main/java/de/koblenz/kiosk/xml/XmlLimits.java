package de.koblenz.kiosk.xml;

/// How much a file may be before it is refused.
///
/// @param bytes of the file
/// @param depth elements in each other
/// @param elements all together
public record XmlLimits(int bytes, int depth, int elements) {
    /// Of schemata, lists and descriptions: published schemata stay below 4 MB, and their groups lie at most a dozen deep, three
    /// elements each.
    public static final XmlLimits USUAL = new XmlLimits(32 * 1024 * 1024, 100, Integer.MAX_VALUE);
}
