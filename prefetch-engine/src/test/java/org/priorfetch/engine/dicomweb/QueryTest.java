package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

    @ParameterizedTest
    @CsvSource({"Doe^Jane,Doe?Jane", "MÜLLER*^JÖRG*,M?LLER*?J?RG*", "'O''Hara^A & B','O''Hara?A???B'", "山田^太郎,?????",
            "A+1,A?1", "50%,50?", "2.25.1,2.25.1", "a=b,a?b", "20240101-20241231,20240101-20241231"})
    void whatCannotBeSentAsItIsIsLeftOpen(String value, String sent) throws URISyntaxException {
        assertThat(Query.pattern(value)).isEqualTo(sent);
        URI uri = new URI("http://localhost/studies?" + Query.pattern(value));
        assertThat(uri.getRawQuery()).isEqualTo(sent);
    }

    @Test
    void theParametersStandInTheirOrder() {
        Query query = Query.studies()
                .matching(Attribute.PATIENT_ID, "4711")
                .including(Attribute.STUDY_DESCRIPTION, Attribute.MODALITIES_IN_STUDY);
        assertThat(query.from(0)).isEqualTo(
                "/studies?00100020=4711&includefield=00081030&includefield=00080061");
        assertThat(query.from(100)).endsWith("&offset=100");
        assertThat(query.first(11)).endsWith("&limit=11");
        assertThat(Query.instances("2.25.1").from(0)).isEqualTo("/studies/2.25.1/instances");
        assertThat(Query.instances("2.25.1").from(50)).isEqualTo("/studies/2.25.1/instances?offset=50");
    }
}
