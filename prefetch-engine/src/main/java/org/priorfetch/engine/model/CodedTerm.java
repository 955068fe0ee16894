package org.priorfetch.engine.model;

/**
 * An entry of a code sequence (PS3.3 8.8), as somebody else states it.
 *
 * @param value Code Value (0008,0100), or the long or URN form
 * @param scheme Coding Scheme Designator (0008,0102); empty when not given
 * @param meaning Code Meaning (0008,0104), in the language of whoever wrote it; empty when not given
 */
public record CodedTerm(String value, String scheme, String meaning) {}
