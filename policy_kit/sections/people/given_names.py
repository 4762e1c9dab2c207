"""Given names by which a person may be known alone: "speak to Sam, our DSL".

Beside a post one such word is a person; a word that is not here ("DSL: Daily") is none. Names that are
everyday words at the head of a sentence (Will, May, April, June, Art) are left out.
"""

from __future__ import annotations

from policy_kit.naming.words import word_set

GIVEN_NAMES = word_set(
    """
    aaliyah aaron abbas abbie abby abdul abdullah abigail abu ada adam adebayo adeel adele adrian agnes
    ahmed aidan aileen aisha aishah akua alan alasdair alastair albert alec alex alexa alexander alexandra
    alexis alfie alfred ali alice alicia alina alison alistair allan allison alma alun alyson amal amanda
    amara amber amelia amina amir amit amna amy ana anastasia andrea andrew andré andy aneesa aneurin
    angela angharad angie angus anil anisha anita anja ann anna annabel anne annette annie anthea anthony
    antonia antony anwen anya aoife archie arjun arlene arthur arun asha ashley asif asma astrid audrey
    ava avril ayesha azra bala barbara barry beatrice becca becky belinda ben benedict benjamin bernadette
    bernard bernie bert beryl bess beth bethan bethany betty bev beverley bhavna bilal billy bina blessing
    bob bola brenda brendan brian bridget bronwen bruce bryan bryony caitlin callum calum camilla candice
    cara carl carla carmen carol carole caroline carolyn carrie carys catherine cathy catrin cecilia
    cecily celia ceri cerys charis charlene charles charlie charlotte chelsea cheryl chidi chika chloe
    chloë chris chrissie christian christina christine christopher cindy claire clara clare claudia clive
    clodagh colette colin colleen connor constance cora craig cynthia dafydd daisy damian dan daniel
    daniela danielle daphne darren dave david dawn dean debbie deborah debra deepa deirdre delia delyth
    denis denise dennis derek dermot derrick desmond dev devon diana diane dilys dinah dionne dipak
    dominic don donald donna doreen doris dorota dorothy doug douglas duncan dylan ebony ed eddie edith
    edna edward edwin eileen eilidh elaine eleanor elena eleri elin elisabeth elise eliza elizabeth ella
    ellen ellie elliot elsa elsie elspeth emily emma emmanuel eric erica erin esme esther ethan ethel
    eunice eva evan eve evelyn evie ewa ewan ezra faisal faiza farah farhan farida fatima fatou fay faye
    felicity felix femi fergus ffion fiona florence folake frances francesca francis fraser fred freda
    freddie frederick freya gabriel gabriella gail gareth garry gary gavin gaynor gemma geoff geoffrey
    george georgia georgie georgina gerald geraldine gerard gethin ghulam gill gillian gina giulia gladys
    glen glenda glenn glenys gloria glyn godfrey gordon graeme graham greg gregory greta gurpreet guy gwen
    gwenda gwendolyn gwilym gwyneth habib hadiya hafsa halima hamza hana hannah harjit harold harpreet
    harriet harry hassan hayley hazel heather heidi helen helena henrietta henry herbert hetty hilary
    hilda holly howard hugh hugo huma humaira huw iain ian ibrahim ida idris ifeoma imogen imran ines
    ingrid iqbal irene irina iris isaac isabel isabella isabelle isla ismail isobel ivan ivor ivy jack
    jackie jacob jacqueline jacqui jade jaime jake jakub jalal jamal james jamie jamila jan jane janet
    janette janice janine jas jasmin jasmine jason javed jay jayne jean jeanette jeff jeffrey jen jenna
    jennifer jenny jeremy jerome jess jesse jessica jill jim jimmy jo joan joanna joanne jodie joe joel
    john johnny jolene jon jonathan jonny jordan joseph josephine josh joshua josie josé joy joyce juan
    judith judy jules julia julian juliana julie juliet justin justine kaja kamal kamala kamila karen
    karin karl karla kasia kate katherine kathleen kathryn kathy katie katrina kay kayleigh keeley keira
    keith kelly kelvin ken kendra kenneth kenny kerry kevin khadija khalid kieran kim kimberley kirsten
    kirstie kirsty kit kofi krystyna kulwinder kwame kylie lakshmi lara laura lauren laurence leah leanne
    lee leila lena lenny leo leon leona leonard lesley leslie levi lewis liam libby lili lillian lily
    linda lindsay lindsey linsey lisa liz lizzie lloyd lois lola lorna lorraine lottie lou louis louisa
    louise lucia lucinda lucy luke lydia lynda lyndsey lynette lynn lynne mabel maddie madeleine madison
    maeve magda magdalena maggie maha mahmood maisie malcolm malik manal mandy manisha marcia marcus
    margaret margo margot maria mariam marian marianne marie marilyn marina marion marjorie marlene marta
    martha martin martina martyn mary maryam mateusz matilda matt matthew maud maura maureen maurice mavis
    maxine meera mehmet mel melanie melissa menna mercy mia michael michaela michal michelle mick mike
    millie mina minnie miranda miriam mohamed mohammad mohammed mohsin moira molly mona monica morag moses
    mubarak muhammad muriel myra nadia nadine naeem naheed nana nancy naomi nasreen natalia natalie
    natasha nathan nazia neal neil nell nerys nesta neville niall nicholas nick nicky nicola nicole nigel
    nikita nikki nina nisha noah noel nora noreen norma norman nyree olga olive oliver olivia olu
    oluwaseun omar oonagh orla oscar osman owen paige pam pamela parveen pat patience patricia patrick
    patsy patty paul paula pauline pavel peggy penelope penny percy pete peter phil philip philippa
    phillip phoebe phyllis piotr pippa polly poppy prakash precious priti priya priyanka quentin rabia
    rachael rachel rachna raj rajesh ralph ramona rana rani ravi ray raymond rayna rebecca reena reggie
    rekha renée reuben rhian rhiannon rhoda rhona rhys ria ricardo richard richie rick ricky rina rita rob
    robbie robert roberta robin robyn rod roger rohan roland ron ronald ronnie rory rosa rosalind rosamund
    rosanna rosemary roshni rosie ross rowan rowena roxanne roy ruby rukhsana rupert russell ruth ryan
    sabina sabrina sadia sadie safiya saira sally sam samantha samina samir samira samuel sandra sandy
    sanjay sara sarah sarita sasha saskia saul savita scott sean sebastian selina selma seren shabana
    shahid shakira shamim shannon sharon shaun shazia sheena sheila shelley sheryl shilpa shirin shirley
    shona sian sidney simon simone sinead sinéad siobhan siobhán siân sofia sofie sonal sonia sophia
    sophie stacey stan stanley stella steph stephanie stephen steve steven stewart stuart sue suki sunil
    sunita susan susannah susie suzanne suzy sybil sylvia tabitha tahira tamara tamsin tania tanya tara
    tariq tasha tatiana ted terence teresa teri terry tess tessa thea thelma theo theresa thomas tiffany
    tilly tim timothy tina toby tom tomasz tommy toni tony tracey tracy trevor tricia trish trisha trudy
    tudor tunde tyrone uma una urmila ursula usha usman valentina valerie vanessa vera verity vernon
    veronica vicki vicky victor victoria vijay vikki vikram vincent viola violet virginia vivian vivien
    vivienne walter wanda warren wayne wendy wes wesley wilfred wilma winifred winston wyn xavier yasmin
    yasmine yinka yolanda yousef yusuf yvette yvonne zac zack zahid zahra zainab zak zara zeinab zeynep
    zoe zofia zosia zoë zubair
    """
)
