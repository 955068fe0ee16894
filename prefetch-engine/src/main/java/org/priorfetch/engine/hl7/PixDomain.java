package org.priorfetch.engine.hl7;

import java.util.regex.Pattern;

/**
 * A domain of patient IDs as HL7 names it (HD): by a name, by an object identifier, or by both.
 *
 * @param namespace its name; empty where it has none
 * @param oid its object identifier; empty where it has none
 */
public record PixDomain(String namespace, String oid) {

    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");

    /** The domain that goes by this name, which may be an object identifier. */
    public static PixDomain named(String name) {
        return OID.matcher(name).matches() ? new PixDomain("", name) : new PixDomain(name, "");
    }

    /** As an assigning authority (CX-4), divided by these characters. */
    String written(PixText text) {
        return oid.isEmpty() ? text.escaped(namespace)
                : text.escaped(namespace) + text.subcomponent() + text.escaped(oid) + text.subcomponent() + "ISO";
    }

    /** Whether this is what an assigning authority names. */
    boolean isNamedBy(String otherNamespace, String otherOid) {
        boolean sameName = !namespace.isEmpty() && namespace.equalsIgnoreCase(otherNamespace);
        boolean sameOid = !oid.isEmpty() && (oid.equals(otherOid) || oid.equals(otherNamespace));
        return sameName || sameOid;
    }
}
