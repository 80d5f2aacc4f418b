<?xml version="1.0" encoding="UTF-8"?>
<!-- The mapping wallet.transfer towards ISO as a stylesheet, the way its users write one: JSON as maps, one template. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:w="urn:wallet" exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:param name="json" as="xs:string" required="yes"/>
  <xsl:param name="now" as="xs:string" required="yes"/>

  <xsl:variable name="charges" as="map(*)" select="map {'OUR': 'DEBT', 'SHA': 'SHAR', 'BEN': 'CRED'}"/>
  <xsl:variable name="purposes" as="map(*)"
      select="map {'SALARY': 'SALA', 'GOODS': 'GDDS', 'SERVICES': 'SCVE', 'FAMILY': 'FAMI'}"/>
  <xsl:variable name="decimals" as="map(*)"
      select="map {'JPY': 0, 'KRW': 0, 'VND': 0, 'CLP': 0, 'ISK': 0, 'XAF': 0, 'XOF': 0, 'KWD': 3, 'BHD': 3, 'OMR': 3, 'JOD': 3, 'TND': 3}"/>

  <xsl:template name="xsl:initial-template">
    <xsl:variable name="in" as="map(*)" select="parse-json($json)"/>
    <RequestPayload>
      <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
        <Fr><FIId><FinInstnId><BICFI><xsl:value-of select="$in?payer_bank"/></BICFI></FinInstnId></FIId></Fr>
        <To><FIId><FinInstnId><BICFI><xsl:value-of select="$in?payee_bank"/></BICFI></FinInstnId></FIId></To>
        <BizMsgIdr><xsl:value-of select="$in?transfer_id"/></BizMsgIdr>
        <MsgDefIdr>pacs.008.001.08</MsgDefIdr>
        <CreDt><xsl:value-of select="$now"/></CreDt>
      </AppHdr>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
        <FIToFICstmrCdtTrf>
          <GrpHdr>
            <MsgId><xsl:value-of select="$in?transfer_id"/></MsgId>
            <CreDtTm><xsl:value-of select="w:date-time($in?created)"/></CreDtTm>
            <NbOfTxs>1</NbOfTxs>
            <SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf>
          </GrpHdr>
          <CdtTrfTxInf>
            <PmtId>
              <EndToEndId><xsl:value-of select="$in?transfer_id"/></EndToEndId>
              <UETR><xsl:value-of select="$in?uetr"/></UETR>
            </PmtId>
            <PmtTpInf><InstrPrty><xsl:value-of select="($in?priority, 'NORM')[1]"/></InstrPrty></PmtTpInf>
            <IntrBkSttlmAmt Ccy="{$in?currency}"><xsl:value-of select="w:amount($in?amount, $in?currency)"/></IntrBkSttlmAmt>
            <IntrBkSttlmDt><xsl:value-of select="w:date($in?settle_date)"/></IntrBkSttlmDt>
            <ChrgBr><xsl:value-of select="$charges($in?fee_mode)"/></ChrgBr>
            <Dbtr>
              <Nm><xsl:value-of select="$in?payer?given_name || ' ' || $in?payer?family_name"/></Nm>
              <xsl:call-template name="address"><xsl:with-param name="party" select="$in?payer"/></xsl:call-template>
              <Id>
                <xsl:choose>
                  <xsl:when test="$in?payer?type = 'P'">
                    <PrvtId><Othr>
                      <Id><xsl:value-of select="$in?payer?id_no"/></Id>
                      <SchmeNm><Cd>NIDN</Cd></SchmeNm>
                    </Othr></PrvtId>
                  </xsl:when>
                  <xsl:otherwise>
                    <OrgId><Othr><Id><xsl:value-of select="$in?payer?reg_no"/></Id></Othr></OrgId>
                  </xsl:otherwise>
                </xsl:choose>
              </Id>
            </Dbtr>
            <DbtrAcct>
              <xsl:call-template name="account"><xsl:with-param name="number" select="$in?payer?wallet"/></xsl:call-template>
            </DbtrAcct>
            <DbtrAgt><FinInstnId><BICFI><xsl:value-of select="$in?payer_bank"/></BICFI></FinInstnId></DbtrAgt>
            <CdtrAgt><FinInstnId><BICFI><xsl:value-of select="$in?payee_bank"/></BICFI></FinInstnId></CdtrAgt>
            <Cdtr>
              <Nm><xsl:value-of select="substring($in?payee?name, 1, 140)"/></Nm>
              <xsl:call-template name="address"><xsl:with-param name="party" select="$in?payee"/></xsl:call-template>
            </Cdtr>
            <CdtrAcct>
              <xsl:call-template name="account"><xsl:with-param name="number" select="$in?payee?account"/></xsl:call-template>
            </CdtrAcct>
            <Purp><Cd><xsl:value-of select="$purposes($in?purpose)"/></Cd></Purp>
            <xsl:if test="exists($in?remark)">
              <RmtInf><Ustrd><xsl:value-of select="substring($in?remark, 1, 140)"/></Ustrd></RmtInf>
            </xsl:if>
          </CdtTrfTxInf>
        </FIToFICstmrCdtTrf>
      </Document>
    </RequestPayload>
  </xsl:template>

  <xsl:template name="address">
    <xsl:param name="party" as="map(*)"/>
    <xsl:variable name="address" as="map(*)?" select="$party?addr"/>
    <xsl:if test="exists($address)">
      <PstlAdr xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
        <xsl:if test="exists($address?line)"><StrtNm><xsl:value-of select="$address?line"/></StrtNm></xsl:if>
        <xsl:if test="exists($address?zip)"><PstCd><xsl:value-of select="$address?zip"/></PstCd></xsl:if>
        <xsl:if test="exists($address?city)"><TwnNm><xsl:value-of select="$address?city"/></TwnNm></xsl:if>
        <xsl:if test="exists($address?country)"><Ctry><xsl:value-of select="$address?country"/></Ctry></xsl:if>
      </PstlAdr>
    </xsl:if>
  </xsl:template>

  <xsl:template name="account">
    <xsl:param name="number" as="xs:string"/>
    <Id xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
      <xsl:choose>
        <xsl:when test="w:is-iban($number)"><IBAN><xsl:value-of select="$number"/></IBAN></xsl:when>
        <xsl:otherwise><Othr><Id><xsl:value-of select="$number"/></Id></Othr></xsl:otherwise>
      </xsl:choose>
    </Id>
  </xsl:template>

  <xsl:function name="w:date" as="xs:string">
    <xsl:param name="digits" as="xs:string"/>
    <xsl:sequence select="substring($digits, 1, 4) || '-' || substring($digits, 5, 2) || '-' || substring($digits, 7, 2)"/>
  </xsl:function>

  <xsl:function name="w:date-time" as="xs:string">
    <xsl:param name="digits" as="xs:string"/>
    <xsl:sequence select="w:date($digits) || 'T' || substring($digits, 9, 2) || ':' || substring($digits, 11, 2) || ':'
        || substring($digits, 13, 2) || '+08:00'"/>
  </xsl:function>

  <xsl:function name="w:amount" as="xs:string">
    <xsl:param name="minor" as="xs:double"/>
    <xsl:param name="currency" as="xs:string"/>
    <xsl:variable name="places" as="xs:integer" select="($decimals($currency), 2)[1]"/>
    <xsl:variable name="digits" as="xs:string" select="string(xs:integer($minor))"/>
    <xsl:variable name="padded" as="xs:string"
        select="if (string-length($digits) gt $places) then $digits else substring('0000', 1, $places + 1 - string-length($digits)) || $digits"/>
    <xsl:variable name="whole" as="xs:integer" select="string-length($padded) - $places"/>
    <xsl:sequence select="if ($places = 0) then $padded else substring($padded, 1, $whole) || '.' || substring($padded, $whole + 1)"/>
  </xsl:function>

  <xsl:function name="w:is-iban" as="xs:boolean">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="matches($number, '^[A-Z]{2}[0-9]{2}[A-Za-z0-9]{11,30}$') and
        xs:integer(string-join(for $c in string-to-codepoints(upper-case(substring($number, 5) || substring($number, 1, 4)))
            return if ($c ge 65) then $c - 55 else $c - 48)) mod 97 = 1"/>
  </xsl:function>

</xsl:stylesheet>
