package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateElementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            (0099,"PRIORFETCH",10)        | (0099,"PRIORFETCH",10)
            ( 0099 , "PRIORFETCH" , xx1a) | (0099,"PRIORFETCH",1A)
            (00e1,"ELSCINT1 (CT), V=2",00) | (00E1,"ELSCINT1 (CT), V=2",00)
            (4FFF," ACME 1.1 ",ff)        | (4FFF,"ACME 1.1",FF)
            (0009,"A",01)                 | (0009,"A",01)
            """)
    void isWrittenInOneWay(String typed, String written) {
        PrivateElement element = PrivateElement.parse(typed).orElseThrow();

        assertThat(element).hasToString(written);
        assertThat(PrivateElement.parse(written)).contains(element);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(0098,\"A\",10)", "(0007,\"A\",10)", "(5001,\"A\",10)", "(7FE1,\"A\",10)",
            "(FFFF,\"A\",10)",
            "(0099,\"\",10)", "(0099,\" \",10)", "(0099,\"A\\B\",10)", "(0099,\"\u00c4\",10)", "(0099,\"A\",1)",
            "(0099,\"A\",1010)", "(0099,A,10)", "(0099,1010)", "0099,\"A\",10", "InstitutionName",
            "(0099,\"12345678901234567890123456789012345678901234567890123456789012345\",10)"})
    void whatIsNoPrivateElementIsNone(String typed) {
        assertThat(PrivateElement.parse(typed)).isEmpty();
    }
}
