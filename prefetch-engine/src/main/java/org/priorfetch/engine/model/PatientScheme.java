package org.priorfetch.engine.model;

/** How the patients of a source are found and recognised. */
public sealed interface PatientScheme {

    Same SAME = new Same();

    /** Its patient IDs are those of the PACS. */
    record Same() implements PatientScheme {}

    /** Its patient IDs are made of those of the PACS by a rule. */
    record Mapped(IdMapping mapping) implements PatientScheme {}

    /** It has IDs of its own: patients are looked for by name and birth date. */
    record Demographics() implements PatientScheme {}

    /** It has IDs of its own, which a patient index knows. */
    record CrossReferenced() implements PatientScheme {}
}
