package org.priorfetch.engine.identity;

/** Characters of Japanese and Chinese names that are written in two ways. */
final class HanVariants {

    /** Each character with the one that is usual in its stead: Japanese old and new forms, traditional and simplified Chinese. */
    private static final String PAIRS = "\u9ad9\u9ad8 \ufa11\u5d0e \u6ff1\u6d5c \u6ff5\u6d5c \u908a\u8fba \u9089\u8fba "
            + "\u9f4b\u658e \u6fa4\u6ca2 \u5ee3\u5e83 \u570b\u56fd \u60e0\u6075 \u771e\u771f \u6afb\u685c \u9f8d\u7adc "
            + "\u5cf6\u5cf6 \u5d8b\u5cf6 \u5d8c\u5cf6 \u6a9c\u6867 \u85ea\u85ae \u6ff6\u9614 \u69ae\u6804 \u58fd\u5bff "
            + "\u5f35\u5f20 \u9673\u9648 \u5289\u5218 \u9ec3\u9ec4 \u694a\u6768 \u8d99\u8d75 \u5433\u5434 \u5442\u5415 "
            + "\u99ac\u9a6c \u912d\u90d1 \u8b1d\u8c22 \u8a31\u8bb8 \u97d3\u97e9 \u99ae\u51af \u7f85\u7f57 \u6f58\u6f58 "
            + "\u856d\u8427 \u8449\u53f6 \u8521\u8521 \u9418\u949f \u9127\u9093 \u8607\u82cf \u5b6b\u5b59 \u8cf4\u8d56 "
            + "\u66fe\u66fe \u7bc4\u8303 \u8a79\u8a79 \u9ebf\u9ebf \u9b4f\u9b4f \u7c21\u7b80 \u50b3\u4f20 \u5049\u4f1f "
            + "\u83ef\u534e \u9e97\u4e3d \u862d\u5170 \u9cf3\u51e4 \u9d3b\u9e3f \u5049\u4f1f \u5f37\u5f3a \u6770\u6770 "
            + "\u9060\u8fdc \u96f2\u4e91 \u9e97\u4e3d \u7389\u7389 \u82b3\u82b3";

    private HanVariants() {}

    static int usual(int character) {
        int place = character < '\u3400' ? -1 : PAIRS.indexOf(character);
        boolean first = place >= 0 && place % 3 == 0;
        return first ? PAIRS.codePointAt(place + 1) : character;
    }
}
