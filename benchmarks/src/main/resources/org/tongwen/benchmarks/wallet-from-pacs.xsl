<?xml version="1.0" encoding="UTF-8"?>
<!-- The mapping wallet.transfer from ISO as a stylesheet: the message as a map, written as JSON. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:w="urn:wallet"
    xpath-default-namespace="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08" exclude-result-prefixes="#all">

  <xsl:output method="json" encoding="UTF-8" indent="no"/>

  <xsl:variable name="charges" as="map(*)" select="map {'DEBT': 'OUR', 'SHAR': 'SHA', 'CRED': 'BEN'}"/>
  <xsl:variable name="purposes" as="map(*)"
      select="map {'SALA': 'SALARY', 'GDDS': 'GOODS', 'SCVE': 'SERVICES', 'FAMI': 'FAMILY'}"/>
  <xsl:variable name="decimals" as="map(*)"
      select="map {'JPY': 0, 'KRW': 0, 'VND': 0, 'CLP': 0, 'ISK': 0, 'XAF': 0, 'XOF': 0, 'KWD': 3, 'BHD': 3, 'OMR': 3, 'JOD': 3, 'TND': 3}"/>

  <xsl:template match="/">
    <xsl:variable name="message" select="*/Document/FIToFICstmrCdtTrf"/>
    <xsl:variable name="transfer" select="$message/CdtTrfTxInf"/>
    <xsl:map>
      <xsl:map-entry key="'transfer_id'" select="string($message/GrpHdr/MsgId)"/>
      <xsl:map-entry key="'created'" select="w:created($message/GrpHdr/CreDtTm)"/>
      <xsl:map-entry key="'uetr'" select="string($transfer/PmtId/UETR)"/>
      <xsl:if test="$transfer/PmtTpInf/InstrPrty != 'NORM'">
        <xsl:map-entry key="'priority'" select="string($transfer/PmtTpInf/InstrPrty)"/>
      </xsl:if>
      <xsl:map-entry key="'amount'" select="w:minor($transfer/IntrBkSttlmAmt)"/>
      <xsl:map-entry key="'currency'" select="string($transfer/IntrBkSttlmAmt/@Ccy)"/>
      <xsl:map-entry key="'settle_date'" select="translate($transfer/IntrBkSttlmDt, '-', '')"/>
      <xsl:map-entry key="'fee_mode'" select="$charges($transfer/ChrgBr)"/>
      <xsl:map-entry key="'payer'" select="w:payer($transfer)"/>
      <xsl:map-entry key="'payer_bank'" select="string($transfer/DbtrAgt/FinInstnId/BICFI)"/>
      <xsl:map-entry key="'payee'">
        <xsl:map>
          <xsl:map-entry key="'name'" select="string($transfer/Cdtr/Nm)"/>
          <xsl:map-entry key="'account'" select="w:account($transfer/CdtrAcct)"/>
          <xsl:sequence select="w:address($transfer/Cdtr/PstlAdr)"/>
        </xsl:map>
      </xsl:map-entry>
      <xsl:map-entry key="'payee_bank'" select="string($transfer/CdtrAgt/FinInstnId/BICFI)"/>
      <xsl:map-entry key="'purpose'" select="$purposes($transfer/Purp/Cd)"/>
      <xsl:if test="$transfer/RmtInf/Ustrd">
        <xsl:map-entry key="'remark'" select="string($transfer/RmtInf/Ustrd)"/>
      </xsl:if>
    </xsl:map>
  </xsl:template>

  <xsl:function name="w:payer" as="map(*)">
    <xsl:param name="transfer" as="element()"/>
    <xsl:variable name="payer" select="$transfer/Dbtr"/>
    <xsl:map>
      <xsl:choose>
        <xsl:when test="$payer/Id/PrvtId">
          <xsl:map-entry key="'type'" select="'P'"/>
          <xsl:map-entry key="'id_no'" select="string($payer/Id/PrvtId/Othr/Id)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:map-entry key="'type'" select="'B'"/>
          <xsl:map-entry key="'reg_no'" select="string($payer/Id/OrgId/Othr/Id)"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:map-entry key="'given_name'" select="substring-before($payer/Nm, ' ')"/>
      <xsl:map-entry key="'family_name'" select="substring-after($payer/Nm, ' ')"/>
      <xsl:map-entry key="'wallet'" select="w:account($transfer/DbtrAcct)"/>
      <xsl:sequence select="w:address($payer/PstlAdr)"/>
    </xsl:map>
  </xsl:function>

  <xsl:function name="w:address" as="map(*)*">
    <xsl:param name="address" as="element()?"/>
    <xsl:if test="$address">
      <xsl:map-entry key="'addr'">
        <xsl:map>
          <xsl:if test="$address/StrtNm"><xsl:map-entry key="'line'" select="string($address/StrtNm)"/></xsl:if>
          <xsl:if test="$address/PstCd"><xsl:map-entry key="'zip'" select="string($address/PstCd)"/></xsl:if>
          <xsl:if test="$address/TwnNm"><xsl:map-entry key="'city'" select="string($address/TwnNm)"/></xsl:if>
          <xsl:if test="$address/Ctry"><xsl:map-entry key="'country'" select="string($address/Ctry)"/></xsl:if>
        </xsl:map>
      </xsl:map-entry>
    </xsl:if>
  </xsl:function>

  <xsl:function name="w:account" as="xs:string">
    <xsl:param name="account" as="element()"/>
    <xsl:sequence select="string(($account/Id/IBAN, $account/Id/Othr/Id)[1])"/>
  </xsl:function>

  <xsl:function name="w:created" as="xs:string">
    <xsl:param name="moment" as="xs:string"/>
    <!-- Most messages have the wallet's own offset already. -->
    <xsl:variable name="local" as="xs:string" select="if (ends-with($moment, '+08:00')) then $moment
        else string(adjust-dateTime-to-timezone(xs:dateTime($moment), xs:dayTimeDuration('PT8H')))"/>
    <xsl:sequence select="translate(substring($local, 1, 19), '-T:', '')"/>
  </xsl:function>

  <xsl:function name="w:minor" as="xs:integer">
    <xsl:param name="amount" as="element()"/>
    <xsl:variable name="places" as="xs:integer" select="($decimals($amount/@Ccy), 2)[1]"/>
    <xsl:variable name="digits" as="xs:string" select="substring-after($amount, '.')"/>
    <xsl:sequence select="xs:integer(translate($amount, '.', '') || substring('0000', 1, $places - string-length($digits)))"/>
  </xsl:function>

</xsl:stylesheet>
