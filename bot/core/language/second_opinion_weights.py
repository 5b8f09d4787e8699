"""Second opinion weights: how much a word, or two in a row, speaks for each kind of request, in tenths.

Made by `python -m tests.evals.learning` from the labelled messages; not to be edited by hand.
"""

WEIGHTS = {
    "fit_question": """
^+should 67 ^+would 63 what+about 62 think+of 55 ^+verdict 52 tier 52 .+is 50 ^+and 50 check 50 in+icp 50 or 50
rating 49 worth+it 49 @+icp 48 for+our 48 thoughts 48 @+our 47 they+fit 47 me+is 46 check+@ 45 evaluate+@ 45
how+good 45 @+look 44 fit+? 44 ^+is 43 back 43 fit+@ 43 verdict+on 43 ^+are 42 qualified 42 quick+check 42 .+do 41
@+do 41 @+thoughts 41 another 41 's+@ 40 .+worth 40 ^+score 40 think+about 40 want+@ 40 we+want 40 how+'s 39 keep+@
39 to+our 39 waste 39 where+does 39 worth 39 worth+a 39 worth+chasing 39 @+good 38 ^+fika 38 i+got 38 it+fit 38
^+fit 37 go+? 37 how+is 37 how+would 37 interesting 37 score 37 verdict 37 @+legit 36 ^+does 36 does+@ 36 fit 36
legit 36 of+ours 36 ours 36 ours+. 36 @+qualifies 35 ^+keep 35 fit+check 35 keep 35 not+. 35 qualifies 35
they+really 35 @+would 34 ^+worth 34 even 34 i+keep 34 opinion 34 so+is 34 what+tier 34 's+your 33 in+@ 33 it+worth
33 me+if 33 sense 33 you+check 33 @+? 32 @+qualify 32 effort 32 effort+? 32 fit+our 32 good+match 32 n 32 or+not 32
promising 32 rate 32 rate+@ 32 something+for 32 spend+time 32 the+effort 32 thoughts+? 32 worth+the 32 yes+or 32
you+rate 32 @+even 31 @+yes 31 after+@ 31 chase 31 good+? 31 if+@ 31 in+our 31 logistics 31 think 31 to+work 31
@+should 30 @+worth 30 good+. 30 i+drop 30 like+@ 30 still+a 30 them+. 30 us+? 30 .+@ 29 ^+do 29 ^+go 29 ^+has 29
are+they 29 in+or 29 match 29 or+out 29 our+profile 29 primary+or 29 score+for 29 sense+to 29 worth+calling 29
would+you 29 ^+thoughts 28 agree 28 agree+? 28 be+talking 28 bother 28 bother+with 28 honest 28 i+bother 28 is+@ 28
lead+? 28 more+time 28 or+no 28 qualified+? 28 thoughts+on 28 we+sell 28 your+opinion 28 's+the 27 @+looks 27
@+qualified 27 ^+am 27 any+good 27 calling 27 chasing 27 dental 27 i+wasting 27 if 27 looking 27 looks+great 27
make+sense 27 match+our 27 or+skip 27 please+? 27 score+. 27 see+@ 27 skip 27 time+with 27 wasting 27 wasting+my 27
we+pursue 27 you+see 27 could+be 26 evaluate 26 fit+. 26 go+for 26 it+a 26 time+on 26 you+think 26 's+verdict 25 ?+@
25 @+just 25 ^+so 25 a+lead 25 any+point 25 continue 25 drop+@ 25 fit+us 25 go 25 invest 25 invest+more 25 it+make
25 keep+going 25 point 25 point+in 25 ppl+saas 25 reckon 25 reckon+@ 25 something 25 you+reckon 25 @+make 24
a+second 24 and+@ 24 good+fit 24 it+go 24 me+how 24 pursue 24 second 24 somebody+we 24 with+me 24 .+are 23 a+trade
23 check+if 23 good+lead 23 i+would 23 know+if 23 manager+wants 23 match+for 23 may 23 met 23 or+drop 23 prospect 23
qualifies+. 23 saas+. 23 sell 23 should+be 23 still+fit 23 sure+about 23 to+keep 23 trade 23 trade+show 23 @+fit 22
@+fits 22 am+not 22 at+the 22 for+us 22 go+or 22 how+@ 22 inbound 22 inbound+from 22 it+? 22 no+go 22 of+@ 22
ppl+b2b 22 quick+one 22 the+@ 22 the+score 22 they+a 22 they+worth 22 tier+is 22 would+like 22 @+a 21 @+any 21
call+? 21 is+too 21 lead 21 me+please 21 our+kind 21 time+into 21 wanted 21 we+should 21 you+tell 21 a+fit 20 fits
20 good 20 got+a 20 icp+? 20 idea 20 me+whether 20 not+? 20 should+we 20 someone+from 20 sort+of 20 whether+@ 20
you+evaluate 20 @+in 19 @+match 19 a+primary 19 business 19 can+we 19 does 19 drop 19 fit+or 19 is+it 19 no+idea 19
our 19 pursue+@ 19 spend 19 worth+my 19 any 18 any+chance 18 chance 18 disqualified+. 18 good+a 18 how+well 18 it+be
18 me+to 18 pursuing+@ 18 qualify+? 18 sell+to 18 suitable 18 to+decide 18 want 18 well 18 well+does 18 whether 18
wondering 18 wondering+whether 18 before+lunch 17 booking 17 do+you 17 fit+is 17 hey+fika 17 look 17 my+manager 17
my+time 17 nah 17 or+nah 17 somebody 17 talking+to 17 the+company 17 them+? 17 us+or 17 @+as 16 @+still 16 ^+@ 16
a+good 16 a+shot 16 at+a 16 chase+@ 16 customer+? 16 do+they 16 follow+up 16 how+does 16 is+this 16 nah+. 16
our+product 16 product+? 16 say+me 16 shot 16 shot+? 16 someone 16 there+any 16 us 16 your 16 @+primary 15 a+demo 15
away 15 away+from 15 b2b 15 b2b+saas 15 customer+. 15 does+it 15 fit+for 15 follow 15 good+for 15 good+or 15 is 15
is+that 15 our+target 15 quick 15 really 15 work+with 15 ? 14 @+could 14 @+for 14 ^+quick 14 after 14 chasing+@ 14
fika+does 14 go+after 14 great+to 14 like 14 on+@ 14 pursuing 14 qualify 14 to+@ 14 up+with 14 what+you 14
@+interesting 13 @+this 13 ^+my 13 about+@ 13 be+a 13 correspond 13 fits+. 13 for+me 13 group 13 group+? 13
interesting+for 13 manager 13 my+list 13 qualify+. 13 small 13 verdict+for 13 you+put 13 as+a 12 by+@ 12 deal 12
for+? 12 form 12 icp 12 keep+chasing 12 last 12 list+. 12 looks 12 possible 12 sense+for 12 time 12 worth+pursuing
12 @+or 11 corporation 11 fits+? 11 i+call 11 i+chase 11 it+makes 11 just+had 11 makes+sense 11 no+. 11 on+my 11
steel 11 to+pursue 11 tyrell 11 tyrell+corporation 11 wants+to 11 would+be 11 @ 10 @+disqualified 10 a+real 10
company 10 customer+for 10 do+? 10 have+been 10 if+they 10 it 10 of+customer 10 real 10 says+@ 10 should+i 10
talking 10 wants 10 with+? 10 @+. 9 @+an 9 ^+any 9 ^+just 9 calling+@ 9 decide 9 our+icp 9 target+. 9 we+a 9 @+are 8
@+go 8 @+the 8 ^+can 8 a+call 8 am+i 8 and+tell 8 disqualified 8 hey+so 8 hour 8 is+the 8 looking+for 8 more 8
my+while 8 priority 8 score+@ 8 should 8 them 8 to+? 8 us+. 8 were 8 what+'s 8 while 8 would 8 y 8 @+score 7 ^+could
7 ^+morning 7 be 7 have+no 7 just 7 like+to 7 pursuing+? 7 to+do 7 too 7 what+. 7 what+to 7 's+score 6 ^+hey 6 ^+how
6 about 6 boss 6 could+you 6 customer 6 fika 6 from+@ 6 hey 6 how 6 i+just 6 in 6 is+your 6 just+got 6 keeps 6
keeps+asking 6 me+. 6 of 6 please 6 qualify+@ 6 target+? 6 time+? 6 to+know 6 yes 6 you+have 6 #+people -6 's+do -6
@+end -6 @+has -6 @+interview -6 @+saas -6 @+today -6 @+what -6 ^+a -6 ^+ask -6 ^+best -6 ^+budget -6 ^+cfo -6
^+delete -6 ^+demo -6 ^+good -6 ^+had -6 a+case -6 a+cro -6 a+few -6 add -6 answer -6 any+case -6 asap -6 ask -6
ask+@ -6 ask+the -6 asked -6 azure -6 begin -6 begin+the -6 brief -6 brief+. -6 budget+. -6 budget+yes -6 care -6
care+about -6 cfo+. -6 companies+do -6 could+use -6 deadline -6 deals -6 discovery+for -6 do+. -6 does+our -6
employees -6 end+up -6 everything+on -6 everything+you -6 expensive+. -6 few -6 first+? -6 five -6 folks -6
for+today -6 go+through -6 has+# -6 have+budget -6 help+. -6 here+. -6 hired -6 hosted -6 how+come -6 i+ask -6
i+only -6 i+still -6 interview -6 into -6 is+nothing -6 is+there -6 it+'s -6 it+take -6 its -6 let+'s -6 long+is -6
me+prepare -6 me+the -6 me+up -6 minutes -6 minutes+. -6 minutes+with -6 missing+. -6 month -6 month+. -6 much -6
need+. -6 need+for -6 not+primary -6 only+have -6 options -6 points+for -6 prep -6 preparation -6 preparation+for -6
pull -6 saas+# -6 said -6 security -6 set -6 shall -6 short -6 signs+. -6 stored -6 study+about -6 than -6 thanks+.
-6 the+best -6 the+crm -6 the+first -6 the+icp -6 the+pilot -6 thing -6 things -6 though -6 though+. -6 time+this -6
tool -6 up -6 up+as -6 video -6 we+need -6 with+# -6 would+change -6 yes+. -6 you+get -6 you+help -6 # -7
#+employees -7 #+persons -7 's+qualify -7 @+become -7 @+becomes -7 @+budget -7 @+does -7 @+makes -7 @+meeting -7
@+so -7 ^+start -7 ^+system -7 a+. -7 a+b -7 about+. -7 about+to -7 accounts+. -7 actually -7 am+about -7 are+in -7
are+working -7 ask+. -7 ask+me -7 at -7 aws -7 becomes -7 best -7 bigquery -7 can+i -7 canada -7 canada+. -7 cfo -7
cfos -7 come+. -7 companies+are -7 counts -7 customer+looks -7 decision -7 decision+. -7 discovery+call -7
employees+in -7 everything -7 excel -7 excel+. -7 fika+. -7 first -7 for+the -7 forget+what -7 gap+nobody -7 give+me
-7 have+. -7 headcount -7 how+do -7 implementation+take -7 in+an -7 in+canada -7 industry -7 industry+? -7 knows -7
looks+like -7 me+all -7 me+everything -7 me+who -7 meeting+with -7 my+call -7 need -7 nobody -7 nobody+knows -7
objections -7 of+companies -7 of+the -7 on+. -7 open+questions -7 out+about -7 override -7 override+@ -7 persons -7
pilot+work -7 prep+@ -7 prepare+the -7 pricing -7 prospect+asked -7 prospects -7 questions -7 questions+@ -7
questions+for -7 questions+i -7 remind -7 remind+me -7 right+now -7 see -7 sheet+for -7 short+briefing -7
should+find -7 start -7 take -7 take+for -7 the+decision -7 the+interview -7 there+anything -7 this+week -7 to+call
-7 today -7 top -7 trial -7 very -7 we+actually -7 we+get -7 we+target -7 what+is -7 what+next -7 what+our -7
which+discount -7 work -7 you+. -7 #+# -8 @+got -8 @+no -8 @+together -8 @+with -8 ^+catch -8 ^+the -8 ^+ty -8
a+briefing -8 a+free -8 a+prospect -8 a+quick -8 already -8 at+@ -8 before+i -8 briefing+for -8 budget+of -8 catch
-8 catch+me -8 change+so -8 change+your -8 cost -8 cro+is -8 decision+maker -8 deck+for -8 describe -8 describe+our
-8 do+not -8 explain+to -8 first+. -8 for+cfos -8 forecasting -8 give -8 got+on -8 has+budget -8 how+can -8 how+much
-8 hubspot -8 i+say -8 i+should -8 is+on -8 list+the -8 maker -8 mark -8 mark+@ -8 me+my -8 min -8 need+help -8 next
-8 out -8 phone -8 pilot -8 please+give -8 points -8 price+of -8 pulled -8 pulled+it -8 qualification -8 question+to
-8 rated -8 reasons+? -8 rfp -8 say+that -8 sedation -8 send -8 set+the -8 shall+i -8 so+@ -8 solo -8 take+? -8 ten
-8 than+# -8 that -8 the+accounts -8 the+briefing -8 the+most -8 there+. -8 they+say -8 this+afternoon -8 today+. -8
together -8 toronto -8 toronto+. -8 trial+. -8 ty -8 ty+. -8 up+on -8 urgent -8 useful -8 we+can -8 we+still -8
what+did -8 what+pulled -8 what+would -8 which+account -8 who+we -8 why+@ -8 why+do -8 will+not -8 you+? -8
your+mind -8 #+. -9 #+what -9 's+on -9 ^+customer -9 ^+give -9 ^+talking -9 a+cfo -9 a+deck -9 against -9 an+a -9
are+worth -9 are+you -9 asked+me -9 azure+. -9 brief+@ -9 colleagues -9 compare -9 compare+to -9 day -9 day+. -9
deck -9 discount+for -9 does+# -9 for+# -9 forget -9 found -9 get -9 good+morning -9 have+# -9 hipaa -9 house -9
how+long -9 hubspot+us -9 i+be -9 i+get -9 i+must -9 important -9 in+# -9 in+a -9 in+house -9 integrate -9
integrate+with -9 interview+me -9 left+to -9 long -9 make -9 me+? -9 most+important -9 my+plate -9 next+? -9 nice -9
now+? -9 onboarding -9 plate -9 price -9 put+together -9 the+qualification -9 the+reasons -9 the+us -9 tier+b -9
until -9 up+@ -9 video+for -9 we+compare -9 we+integrate -9 we+start -9 week -9 week+? -9 what+shall -9 where -9
who+are -9 who+should -9 write -9 you+give -9 's+still -10 @+call -10 @+status -10 ^+got -10 ^+set -10 ^+show -10
^+you -10 a+discovery -10 a+video -10 about+the -10 accounts -10 all -10 anything+left -10 ask+next -10 b -10
competitors -10 did -10 do+for -10 down+. -10 down+? -10 evening -10 evening+. -10 fedramp -10 fedramp+. -10
file+for -10 for+vp -10 have+ten -10 hello+there -10 help+me -10 i+start -10 i+use -10 in+the -10 is+in -10 learn
-10 learn+about -10 lunch -10 me+what -10 mind -10 mind+preparing -10 money -10 most+promising -10 my+day -10
my+demo -10 my+worklist -10 need+from -10 need+to -10 negative+icp -10 on+fedramp -10 on+file -10 on+prem -10 order
-10 our+negative -10 people+they -10 perfect -10 prem -10 preparing -10 preparing+a -10 priorities -10 question+for
-10 record -10 seat -10 sfdc -10 show -10 software -10 status+. -10 still+open -10 takes -10 ten+minutes -10 through
-10 through+the -10 to+have -10 to+primary -10 tomorrow+. -10 use+this -10 verdict+. -10 vp+marketing -10 what+now
-10 what+should -10 which+question -10 why+not -10 worklist -10 worklist+. -10 would+need -10 you+mind -10 ^+cheat
-11 ^+forget -11 ^+nice -11 ^+roi -11 a+pilot -11 afternoon -11 an+hour -11 ask+them -11 awesome -11 b+? -11 based+.
-11 briefing -11 buyer -11 cheat -11 cheat+sheet -11 come -11 customer+look -11 customers+are -11 disqualified+? -11
for+plumbers -11 free -11 have+a -11 i+want -11 interview+with -11 is+# -11 is+missing -11 know -11 like+? -11 link
-11 me+@ -11 my+accounts -11 not+@ -11 plumbers -11 plumbers+. -11 reps -11 run+the -11 show+me -11 so -11 sso -11
still+ask -11 take+me -11 team+. -11 that+@ -11 the+price -11 they+still -11 three -11 us+based -11 what+has -11
where+do -11 which+accounts -11 who -11 who+do -11 why+is -11 you+describe -11 's+stopping -12 @+can -12 @+get -12
@+on -12 ^+info -12 ^+pretend -12 ^+reason -12 ^+thx -12 ^+todo -12 ^+which -12 ^+who -12 be+worth -12 being -12
briefing+on -12 bring -12 bring+up -12 buy -12 can+do -12 change -12 companies -12 could+i -12 does+harbor -12
does+not -12 europe -12 europe+. -12 fill+in -12 for+my -12 from+being -12 get+a -12 info+on -12 leads -12 like+.
-12 long+does -12 lose -12 most -12 onboarding+look -12 pitch -12 pretend -12 q -12 reason+for -12 reasoning -12
runs -12 runs+on -12 speaks -12 speaks+against -12 spend+my -12 stopping -12 stopping+@ -12 talking+points -12
target+customer -12 team -12 the+demo -12 the+reasoning -12 they+would -12 through+@ -12 thx+a -12 todo -12
we+looking -12 what+have -12 what+speaks -12 why -12 would+they -12 you+can -12 's+it -13 @+why -13 ^+discount -13
^+hot -13 ^+passt -13 a+security -13 competitor -13 cost+. -13 deck+. -13 discovery -13 does+a -13 for+solo -13
forecast -13 found+out -13 friday -13 friday+. -13 guide -13 has+been -13 have+about -13 how+are -13 is+primary -13
it+going -13 know+what -13 monday -13 my+first -13 negative -13 open -13 out+@ -13 reason+@ -13 selling -13
selling+to -13 sfdc+. -13 that+. -13 this+work -13 to+qualify -13 uns -13 uns+? -13 we+go -13 what+are -13
which+customers -13 would+make -13 you+say -13 zu -13 zu+uns -13 @+into -14 @+to -14 ^+why -14 a+way -14 again -14
bye -14 bye+. -14 customers -14 discount -14 dynamics -14 else -14 get+to -14 had -14 have+we -14 hot -14 i+know -14
i+tell -14 information+do -14 into+a -14 is+known -14 know+before -14 know+on -14 known -14 known+about -14 left -14
me+through -14 me+why -14 might -14 missing -14 objection -14 open+for -14 questions+on -14 that+'s -14 that+verdict
-14 to+. -14 to+answer -14 way -14 we+know -14 what+else -14 what+information -14 what+kind -14 why+no -14 you+got
-14 's+missing -15 @+down -15 ^+help -15 ^+qualify -15 ^+questions -15 ^+summary -15 ^+tell -15 are+the -15 but+why
-15 down -15 for+a -15 i+send -15 is+not -15 missing+for -15 missing+on -15 now+with -15 only -15 quick+brief -15
show+@ -15 stage -15 summary+of -15 the+customer -15 think+@ -15 we+not -15 where+are -15 which -15 yet -15 you+ask
-15 #+k -16 ^+call -16 be+asking -16 ceo -16 customers+. -16 fill -16 hot+. -16 information -16 me+about -16
monday+. -16 not+know -16 our+data -16 prep+. -16 product -16 qualification+for -16 reason -16 support -16
the+answers -16 there+a -16 we+support -16 where+should -16 you+are -16 you+explain -16 ^+cheers -17 ^+send -17
are+my -17 cheers -17 data -17 delete -17 good+question -17 has+a -17 is+? -17 k -17 left+for -17 number -17
of+company -17 reasons -17 reasons+for -17 tell+them -17 the+ceo -17 the+reason -17 true -17 turn -17 turn+@ -17
walk+me -17 went -17 what+questions -17 you+show -17 @+come -18 @+need -18 ^+ok -18 ^+reasons -18 ^+walk -18
a+budget -18 are+we -18 does+this -18 dynamics+. -18 explain+@ -18 file -18 how+many -18 it+is -18 makes -18 many
-18 many+people -18 netsuite+. -18 no+? -18 ok -18 salesforce -18 uses -18 we+already -18 we+with -18 with+netsuite
-18 's+our -19 ^+for -19 ^+y -19 a+? -19 a+cbct -19 answers -19 cbct -19 come+from -19 fika+how -19 happen -19
how+could -19 implementation -19 it+that -19 k+. -19 me+a -19 me+on -19 me+our -19 netsuite -19 pricing+? -19 reach
-19 say -19 say+about -19 to+b -19 to+be -19 to+that -19 who+is -19 work+. -19 works -19 would+help -19
briefing+please -20 chase+. -20 delete+@ -20 discovery+on -20 had+budget -20 how+did -20 i+do -20 love -20 makes+@
-20 overview -20 the+next -20 they+need -20 to+move -20 y+is -20 a+no -21 against+@ -21 ask+to -21 built -21 call+@
-21 decides+at -21 does+the -21 far+is -21 how+far -21 i+think -21 info -21 know+about -21 move -21 new -21 want+.
-21 's+wrong -22 @+and -22 @+from -22 ^+icp -22 are+our -22 bot -22 from+a -22 i+see -22 offer -22 see+the -22
this+bot -22 wrong -22 wrong+with -22 ^+anything -23 ^+target -23 anything -23 bad -23 bant -23 discount+. -23 far
-23 from+. -23 had+# -23 make+@ -23 miss -23 tier+a -23 uses+hubspot -23 way+to -23 @+at -24 @+out -24 ^+open -24
account+look -24 become -24 explain -24 like+for -24 not+fit -24 overview+. -24 which+companies -24 who+am -24
@+brief -25 @+had -25 ^+if -25 boston -25 boston+. -25 definition -25 evaluate+stage -25 have+on -25 must -25 needed
-25 position -25 q+for -25 to+become -25 's+in -26 's+next -26 @+info -26 ^+our -26 not+a -26 what+must -26
which+answers -26 won -26 @+not -27 ^+have -27 blue -27 budget+? -27 is+saas -27 what+does -27 you+know -28 's+cfo
-29 ^+all -29 ^+explain -29 become+a -29 behind -29 employees+? -29 gdpr -29 harbor -29 sales -29 say+@ -29
change+the -30 instructions -30 explain+the -31 on+salesforce -31 's+a -32 @+have -32 ^+was -32 better -32 client
-32 client+? -32 profile -32 report -32 saas+us -32 status -32 when -32 to+fit -33 summary -34 was -34 what+makes
-34 because -35 lack -35 low -35 meddic -35 facts -36 notes -36 passt -36 behind+@ -37 that+score -37 not+get -38
system -38 what+could -38 which+one -38 makes+a -39 save -39 knowledge -43 breakdown -46 soc2 -46 anyone -49 ^+on
-50 que -52
""",
    "why": """
breakdown 64 against+@ 56 behind 56 reason 56 @+why 52 to+that 52 behind+@ 51 not+fit 51 explain+@ 50 not+get 49 why
49 reasoning 47 reasons 47 the+reasoning 47 ^+why 45 why+only 45 @+down 44 ^+y 44 the+reasons 44 @+not 43 ^+reason
43 reason+@ 43 the+reason 43 a+no 42 me+why 42 's+wrong 41 down+? 41 say+@ 41 that+score 41 why+is 41 wrong 41
wrong+with 41 but+why 40 did+@ 40 how+did 40 why+. 40 why+@ 40 ^+on 39 against 39 come 39 down 39 makes+@ 39
reasons+for 39 the+verdict 38 y 38 you+say 38 no+? 37 not+primary 37 why+no 37 @+come 36 that+verdict 36 why+not 36
how+come 35 makes 35 y+is 35 ^+reasons 34 come+from 33 it+is 33 reason+for 33 is+? 32 no+fit 32 suitable 32 @+got 31
which+answers 31 explain+the 30 because 29 come+. 29 did 29 pulled 29 pulled+it 29 secondary+. 29 what+pulled 29
disqualified 28 explain+why 28 score 28 so 28 walk+me 28 's+score 27 not+a 27 score+@ 27 why+? 27 reasons+? 26
verdict+. 26 what+makes 26 disqualified+? 25 understand+why 25 verdict 25 bad 24 c+. 24 from+. 24 points 24
@+disqualified 23 c 23 come+@ 23 down+. 23 explain 23 is+disqualified 23 me+please 23 only+a 23 it+a 22 lose 22
only+secondary 22 secondary+? 22 speaks 22 speaks+against 22 tier+b 22 was 22 what+speaks 22 counts 21 walk 21
^+walk 20 b+? 19 i+do 19 i+thought 19 no+. 19 secondary 19 thought 19 thought+@ 19 chase+@ 18 for+what 18 how+@ 18
of+the 18 understand 18 you+explain 18 @+end 17 @+was 17 a+b 17 end+up 17 i+chase 17 is+only 17 me+understand 17
not+@ 17 up+as 17 verdict+for 17 you+got 17 does+not 16 get+to 16 me+through 16 negative 16 though 16 though+. 16
you+get 16 ^+explain 15 b 15 a+c 14 disqualified+. 14 i+see 14 it+down 14 me+how 14 see+the 14 that+. 14 the+points
14 ^+how 13 but 13 is+not 13 say 13 than 13 through+the 13 where 13 why+did 13 you+tell 13 @+please 12 @+score 12
end 12 how 12 is+it 12 is+that 12 not 12 the+decision 12 @+'s 11 @+does 11 answers 11 is+a 11 only 11 @+a 10 ^+for
10 get 10 the+score 10 through 10 where+do 10 .+what 9 @+is 9 @+no 9 @+out 9 ^+which 9 do+not 9 do+the 9 is+@ 9
pursuing+? 9 rated 9 score+for 9 get+a 8 me+the 8 chase 7 match+? 7 rating 7 that 7 which 7 ^+can 6 fit+? 6 of 6
primary+. 6 @+become -6 @+had -6 @+or -6 @+our -6 @+primary -6 @+should -6 @+so -6 @+the -6 ^+@ -6 ^+hey -6 ^+our -6
^+should -6 ^+system -6 ^+tell -6 ^+who -6 a+good -6 about+sso -6 afternoon -6 anything -6 ask+to -6 ask+you -6
asking -6 at+@ -6 azure+. -6 back -6 be+asking -6 before+i -6 call+. -6 calling -6 chase+. -6 colleagues -6 company
-6 cost+. -6 did+we -6 do+? -6 do+they -6 does+this -6 europe -6 europe+. -6 everything -6 everything+on -6 fill -6
fit+us -6 fits+. -6 for+? -6 found+out -6 gap+missing -6 get+@ -6 going -6 good -6 good+a -6 good+question -6 guide
-6 handle+the -6 have+on -6 here -6 hey -6 hi+. -6 how+could -6 how+do -6 how+much -6 implementation -6 in+or -6
in+the -6 industry -6 industry+? -6 is+# -6 is+in -6 its -6 know -6 know+about -6 like -6 monday -6 monday+. -6 much
-6 my+plate -6 netsuite+. -6 next -6 next+. -6 nice -6 no+idea -6 note+it -6 now+. -6 on+@ -6 on+paper -6 onboarding
-6 one -6 or+out -6 our -6 out+@ -6 paper -6 perfect -6 pilot+work -6 plate -6 please+give -6 price+of -6 pricing -6
profile+? -6 put -6 put+together -6 qualified -6 questions+are -6 set -6 sheet+for -6 something+for -6 sort -6 still
-6 take+. -6 the+briefing -6 the+budget -6 the+company -6 the+implementation -6 the+roi -6 this+work -6 three -6 thx
-6 thx+. -6 to+@ -6 to+a -6 until -6 way+to -6 we -6 we+already -6 we+know -6 what+do -6 what+we -6 what+would -6
where+should -6 with+netsuite -6 would -6 write -6 you+. -6 you+are -6 you+evaluate -6 you+give -6 you+put -6
you+think -6 your+opinion -6 's+on -7 's+the -7 @+qualifies -7 ^+are -7 ^+info -7 ^+nice -7 ^+someone -7 ^+would -7
an+a -7 are -7 are+my -7 are+you -7 best -7 briefing -7 briefing+please -7 by+@ -7 call+@ -7 check+@ -7
companies+are -7 competitors -7 day -7 day+. -7 deadline -7 deck -7 discount+can -7 do+. -7 do+for -7 dynamics -7
fedramp -7 fedramp+. -7 fit+for -7 from+a -7 gdpr -7 good+customer -7 happen -7 have+. -7 help -7 honest -7 how+are
-7 how+would -7 i+give -7 i+think -7 icp -7 info+on -7 is+the -7 keeps -7 keeps+asking -7 learn -7 learn+about -7
list+. -7 looks -7 make -7 me+everything -7 me+prepare -7 miss -7 missing -7 missing+. -7 missing+on -7 money -7
need+help -7 new -7 on+fedramp -7 options -7 or -7 out+. -7 phone -7 prep+. -7 primary+or -7 product -7 qualifies -7
quick+brief -7 saas+. -7 said -7 say+about -7 sso -7 takes -7 team+. -7 the+crm -7 the+demo -7 they+say -7 think -7
think+it -7 tier+a -7 to+move -7 useful -7 very -7 we+not -7 what+. -7 what+does -7 what+i -7 what+should -7 what+to
-7 which+companies -7 would+you -7 yet -7 you+ask -7 you+check -7 you+do -7 you+show -7 's+still -8 @+becomes -8
@+from -8 @+to -8 ^+have -8 ^+todo -8 ^+ty -8 about+the -8 ask+next -8 becomes -8 clari -8 continue -8
customer+looks -8 data -8 discount+for -8 do+we -8 evaluate -8 excel -8 excel+. -8 fit+@ -8 for+# -8 has+the -8
hipaa -8 hosted -8 i+use -8 information -8 into+@ -8 is+primary -8 it+. -8 last -8 left+for -8 logistics -8
looks+like -8 me+. -8 me+? -8 me+my -8 next+? -8 not+sure -8 not+we -8 on+salesforce -8 onboarding+look -8 open+for
-8 q -8 qualification+for -8 rate -8 rate+@ -8 seat -8 security+overview -8 still+fit -8 they+need -8 think+about -8
time+? -8 to+do -8 todo -8 true -8 ty -8 ty+. -8 urgent -8 use+this -8 want+. -8 went -8 what+has -8 what+our -8
who+are -8 who+is -8 work -8 you+rate -8 you+send -8 's+verdict -9 @+at -9 @+still -9 ^+any -9 ^+discount -9 ^+hello
-9 ^+is -9 ^+questions -9 ^+roi -9 ^+send -9 ^+so -9 ^+yo -9 ^+you -9 am+i -9 are+we -9 before+lunch -9 can+we -9
ceo -9 correspond -9 delete -9 demo+. -9 dental -9 discount+. -9 dynamics+. -9 email -9 evaluate+stage -9 far -9
first+. -9 forget+what -9 hello -9 info -9 is+missing -9 is+saas -9 leads -9 like+? -9 link -9 make+@ -9 me+about -9
me+on -9 me+our -9 my+day -9 objections -9 of+company -9 one+. -9 open -9 overview -9 pitch -9 stored -9 tell+them
-9 the+security -9 to+fit -9 up+@ -9 uses -9 waste -9 with+me -9 yo -9 your -9 's+missing -10 @+brief -10 ^+budget
-10 ^+forget -10 ^+help -10 ^+icp -10 ^+set -10 ^+thx -10 been -10 change -10 customers -10 discount -10 file+for
-10 forget -10 good+one -10 had+budget -10 how+can -10 i+get -10 i+tell -10 is+known -10 known -10 known+about -10
me+if -10 objection -10 on+file -10 order -10 reach -10 run+the -10 sales -10 team -10 the+best -10 the+customer -10
the+most -10 the+next -10 thx+a -10 tier -10 to+primary -10 tomorrow+. -10 what+did -10 what+have -10 what+next -10
what+you -10 which+discount -10 worth+calling -10 would+@ -10 would+change -10 @+and -11 @+for -11 ^+and -11
^+anything -11 ^+cheat -11 ^+hot -11 ^+passt -11 ^+summary -11 awesome -11 bring -11 bring+up -11 buy -11 cheat -11
cheat+sheet -11 decides+at -11 decision+. -11 deck+. -11 far+is -11 forecast -11 gap+for -11 got+on -11 helpful -11
here+. -11 how+far -11 how+many -11 i+say -11 i+start -11 many -11 many+people -11 me+@ -11 our+data -11 priorities
-11 profile -11 questions -11 sedation -11 summary+of -11 the+ceo -11 turn -11 turn+@ -11 uns -11 uns+? -11 we+have
-11 what+are -11 what+questions -11 zu -11 zu+uns -11 's+your -12 @+fits -12 @+icp -12 anyone -12 can+do -12
customers+are -12 evaluate+@ -12 friday -12 friday+. -12 hot -12 is+this -12 knowledge -12 most -12 not+know -12
priority -12 q+for -12 right+? -12 set+the -12 so+much -12 think+of -12 what+tier -12 where+are -12 which+question
-12 would+make -12 you+can -12 ^+fit -13 and+@ -13 bot -13 bye -13 bye+. -13 care -13 care+about -13 client -13
client+? -13 delete+@ -13 fits -13 how+does -13 like+@ -13 makes+a -13 missing+for -13 must -13 offer -13 possible
-13 so+is -13 the+icp -13 this+bot -13 tier+is -13 what+now -13 which+customers -13 work+. -13 #+k -14 @+info -14
^+got -14 am+not -14 are+our -14 away -14 away+from -14 boston -14 boston+. -14 definition -14 has+been -14 hot+.
-14 me+a -14 's+cfo -15 ^+target -15 a+? -15 a+customer -15 are+the -15 can+@ -15 cfos -15 file -15 fits+? -15 k -15
n -15 record -15 show+@ -15 would+help -15 ^+all -16 ^+cheers -16 buyer -16 cfos+care -16 cheers -16 deals -16
do+cfos -16 how+good -16 know+what -16 number -16 say+me -16 system -16 talking+points -16 we+with -16 which+account
-16 who+am -16 now+with -17 overview+. -17 's+in -18 @+an -18 k+. -18 pricing+? -18 questions+for -18 the+questions
-18 what+must -18 you+know -18 employees+? -19 move -19 one+@ -19 reps -19 status -19 summary -19 won -19 ^+open -20
how+'s -20 lunch -20 bant -21 blue -21 harbor -21 notes -21 that+i -21 at+the -22 is+your -22 please+? -22 which+one
-22 instructions -23 meddic -24 position -24 prospects -24 works -24 love -25 report -25 facts -26 mean -26 's+next
-27 change+the -27 soc2 -27 what+about -27 what+could -28 que -30 save -30 passt -31 promising -32 ^+score -33
how+is -34 ^+verdict -35 's+@ -40 ^+was -44 the+answers -49
""",
    "what_would_it_take": """
to+fit 65 make+@ 50 change 47 to+be 46 what+would 46 would+@ 46 get+@ 45 move 45 turn 45 turn+@ 45 what+could 45
happen 43 become 42 they+need 42 change+so 41 take+for 40 @+from 39 become+a 39 how+to 38 make 38 qualify+. 38
@+become 37 @+had 37 a+? 37 to+change 36 @+out 35 to+primary 35 we+get 35 far+is 34 how+far 34 lack 34 primary+? 34
way+to 34 needed 33 were 33 would+get 33 @+need 32 @+to 32 can+@ 32 @+becomes 31 becomes 31 save 31 to+become 31
do+they 30 to+an 30 what+must 30 could+@ 29 tier+a 29 to+yes 29 way 29 would+help 29 be+a 28 change+the 28 primary+.
28 would 28 would+change 28 would+they 28 headcount 27 that+@ 27 a+yes 26 around 26 change+at 26 it+take 26 needs+to
26 so+@ 26 what+needs 26 @+into 25 had+budget 25 to+b 25 to+qualify 25 would+make 25 change+your 24 client 24
client+? 24 yes+. 24 your+mind 24 far 23 how+could 23 i+get 23 to+get 23 's+stopping 22 an+a 22 be+worth 22
from+being 22 had 22 stopping 22 stopping+@ 22 to+make 22 would+it 22 a+way 21 fit+. 21 people+and 21
primary+account 21 a+. 20 had+# 20 has+to 20 into+a 20 on+aws 20 primary 20 rated 20 better 19 what+has 19 when 19
^+if 18 being 18 could+i 18 fits+? 18 reach 18 take+. 18 how+do 17 it+. 17 mind 17 over 17 take+to 17 what+is 17
account+? 16 be+true 16 from+a 16 how+can 16 need+to 16 to+happen 16 true+for 16 yes 16 get 15 into 15 needs 15
so+that 15 take 15 there+any 15 they+still 15 @+fit 14 @+get 14 could 14 happen+for 14 them+to 14 's+it 13 be 13 if
13 if+@ 13 it+going 13 what+does 13 a+fit 12 any+chance 12 chance 12 customer+? 12 is+there 12 missing 12
missing+for 12 need+for 12 qualify 12 ^+any 11 get+to 11 to+move 11 would+have 11 a+primary 10 anything 10 budget+.
10 change+for 10 group 10 group+? 10 my+while 10 pursuing+? 10 qualify+? 10 to 10 while 10 @+still 9 ^+what 9 aws 9
b 9 line 9 must 9 out+. 9 the+line 9 there+anything 9 to+do 9 what 9 @+a 8 @+for 8 @+primary 8 any 8 is+missing 8
its 8 need 8 tier+b 8 to+a 8 to+have 8 ^+could 7 fit 7 still 7 's+missing 6 @+be 6 an 6 good+customer 6 have+to 6
take+? 6 verdict+on 6 #+. -6 's+our -6 @+'s -6 @+even -6 @+not -6 @+please -6 ^+has -6 ^+nice -6 ^+questions -6
^+someone -6 ^+tell -6 ^+they -6 ^+where -6 a+budget -6 a+meeting -6 about -6 after -6 already+have -6 another -6
ask+@ -6 at+the -6 azure+. -6 best -6 briefing+on -6 business -6 by -6 call+. -6 call+@ -6 can+do -6 competitors -6
continue -6 customer+for -6 customer+look -6 customers+. -6 deals -6 decision -6 deck -6 delete -6 discount+can -6
does+a -6 evening -6 evening+. -6 explain+the -6 explain+to -6 fill -6 first+? -6 found+out -6 free -6 got -6 guide
-6 has+a -6 have+. -6 have+on -6 here -6 hi+fika -6 how+good -6 how+would -6 i+give -6 i+know -6 i+need -6 i+think
-6 i+would -6 implementation -6 in+the -6 information -6 its+# -6 keep+@ -6 know+about -6 list+. -6 looks+great -6
me+on -6 me+please -6 me+prepare -6 more -6 my+plate -6 next -6 nice -6 no+fit -6 of -6 on+my -6 one -6 or -6 our -6
our+data -6 plate -6 prep+. -6 profile+? -6 pulled -6 pulled+it -6 put -6 qualify+@ -6 question+to -6 saas+. -6 said
-6 salesforce -6 score+for -6 security -6 selling -6 selling+to -6 something -6 spend+time -6 stage -6 still+open -6
support -6 takes -6 talking+points -6 target -6 the+customer -6 the+score -6 there+. -6 think+it -6 this+afternoon
-6 thx -6 thx+. -6 use -6 very -6 want+. -6 we+support -6 what+have -6 what+i -6 what+pulled -6 what+should -6 where
-6 where+are -6 whether -6 whether+@ -6 worth+it -6 would+like -6 you -6 you+. -6 you+can -6 you+got -6 you+show -6
's+cfo -7 's+on -7 's+still -7 's+your -7 @+brief -7 @+budget -7 @+disqualified -7 @+got -7 ^+cheat -7 ^+do -7 ^+icp
-7 ^+show -7 ^+todo -7 a+no -7 about+@ -7 account+look -7 are -7 are+you -7 asking -7 budget+yes -7 but+why -7
calling -7 can+i -7 can+we -7 cheat -7 cheat+sheet -7 come+. -7 company -7 compare -7 compare+to -7 could+have -7
dashboard -7 data -7 day -7 day+. -7 down -7 dynamics -7 explain+@ -7 fika+how -7 forget+what -7 give -7
good+account -7 handle -7 help+me -7 is+a -7 is+in -7 know -7 know+if -7 leads -7 like -7 like+? -7 like+for -7
logistics -7 makes -7 me+. -7 me+how -7 me+is -7 monday -7 my+first -7 need+. -7 new -7 next+. -7 not+fit -7
objections -7 of+@ -7 please -7 prospects -7 q+for -7 reason -7 reason+@ -7 record -7 say -7 show -7 show+@ -7
someone -7 team+. -7 the+most -7 think+about -7 time+? -7 to+know -7 todo -7 tomorrow+. -7 verdict+. -7 we+compare
-7 we+handle -7 we+with -7 what+we -7 you+put -7 ^+@ -8 ^+give -8 ^+is -8 ^+score -8 ^+ty -8 ^+verdict -8 ^+yo -8
a+cfo -8 a+cro -8 about+. -8 afternoon -8 are+my -8 bring -8 bring+up -8 budget+? -8 care -8 care+about -8 ceo -8
companies+are -8 decides+at -8 delete+@ -8 demo+. -8 discount+for -8 do+? -8 do+you -8 dynamics+. -8 evaluate -8
explain -8 fits+. -8 for+# -8 for+me -8 for+solo -8 forget -8 from+@ -8 get+a -8 how+many -8 i+could -8 if+they -8
implementation+take -8 in+or -8 info -8 it+that -8 many -8 many+people -8 monday+. -8 money -8 my+day -8 need+help
-8 no+idea -8 one+. -8 open -8 opinion -8 or+out -8 overview -8 phone -8 please+. -8 please+? -8 points -8 run+the
-8 say+about -8 score -8 seat -8 show+me -8 so+is -8 sort -8 tell+them -8 that+. -8 the+best -8 the+next -8 to+# -8
ty -8 ty+. -8 urgent -8 useful -8 wants -8 went -8 what+now -8 what+to -8 which+question -8 who+are -8 why+is -8
work -8 works -8 yo -8 's+the -9 @+? -9 ^+and -9 ^+discount -9 ^+does -9 ^+hot -9 ^+ok -9 ^+roi -9 ^+you -9 against
-9 are+we -9 b+? -9 be+asking -9 cro+. -9 decision+. -9 discount -9 fedramp -9 fedramp+. -9 i+use -9 is+primary -9
is+the -9 link -9 lose -9 me+a -9 me+if -9 not+know -9 ok -9 on+fedramp -9 on+paper -9 open+for -9 options -9
override -9 override+@ -9 paper -9 points+for -9 possible -9 primary+a -9 profile -9 score+@ -9 status -9 team -9
the+ceo -9 the+security -9 think+of -9 thx+a -9 until -9 use+this -9 uses -9 wanted -9 what+info -9 with+me -9
worth+calling -9 your+opinion -9 's+verdict -10 @+info -10 ^+hello -10 ^+help -10 ^+passt -10 ^+send -10 ^+system
-10 ^+thx -10 against+@ -10 am+i -10 awesome -10 buy -10 buyer -10 correspond -10 dashboard+? -10 did -10 evaluate+@
-10 file+for -10 for+a -10 forecast -10 heard -10 hello -10 hipaa -10 honest -10 how+@ -10 how+is -10 i+tell -10
is+known -10 know+what -10 known -10 known+about -10 last -10 left+for -10 like+. -10 like+@ -10 not+primary -10
of+company -10 on+file -10 onboarding -10 order -10 reasoning -10 sales -10 salesforce+. -10 say+that -10
that+verdict -10 the+crm -10 the+reason -10 the+reasoning -10 to+. -10 uns -10 uns+? -10 would+you -10 zu -10 zu+uns
-10 ^+are -11 ^+explain -11 ^+have -11 and+@ -11 are+the -11 ask+next -11 away -11 away+from -11 counts -11 friday
-11 friday+. -11 good+one -11 handle+the -11 here+. -11 how+'s -11 may -11 miss -11 objection -11 priority -11 reps
-11 set -11 the+answers -11 they+fit -11 tier+is -11 to+that -11 wants+to -11 was -11 what+are -11 's+score -12
@+and -12 @+wants -12 @+would -12 ^+forget -12 anyone -12 ask+to -12 boston -12 boston+. -12 bye -12 bye+. -12
dental -12 did+@ -12 difference -12 discount+. -12 evaluate+stage -12 file -12 into+@ -12 learn -12 learn+about -12
missing+on -12 most -12 now+with -12 pitch -12 rating -12 right+? -12 say+@ -12 something+for -12 still+fit -12
you+say -12 #+k -13 ^+all -13 ^+got -13 bant -13 behind -13 deck+. -13 down+. -13 down+? -13 hot -13 it+be -13 looks
-13 meddic -13 no+? -13 not+get -13 one+@ -13 priorities -13 see -13 things -13 verdict+for -13 what+next -13
which+account -13 's+@ -14 's+wrong -14 @+qualify -14 ^+target -14 been -14 bot -14 email -14 hipaa+. -14 k -14
knowledge -14 need+from -14 next+? -14 onboarding+look -14 pricing+? -14 still+a -14 the+points -14 this+bot -14
what+questions -14 what+tier -14 won -14 wrong -14 wrong+with -14 y -14 ^+cheers -15 ^+open -15 ^+y -15 are+our -15
cheers -15 customer+. -15 overview+. -15 promising -15 summary -15 what+makes -15 work+. -15 's+in -16 ^+on -16
because -16 breakdown -16 contact -16 facts -16 i+see -16 missing+. -16 of+ours -16 ours -16 ours+. -16 say+me -16
see+the -16 use+salesforce -16 where+does -16 before+the -17 blue -17 k+. -17 lunch -17 suitable -17 y+is -17
a+customer -18 a+few -18 behind+@ -18 decide -18 few -18 hot+. -18 instructions -18 low -18 set+the -18 who+am -18
@+down -19 ^+anything -19 harbor -19 has+been -19 how+did -19 makes+@ -19 notes -19 position -19 which+one -19 bad
-20 good+question -20 that+i -20 you+ask -20 ^+set -21 number -21 employees+? -22 is+this -22 system -22 to+decide
-22 you+know -22 's+next -23 ^+was -24 soc2 -24 what+about -24 que -25 report -25 is+your -30 passt -30 @+an -31
^+would -34 mean -36 people+they -36 love -38 they+would -43
""",
    "next_question": """
the+next 74 's+still 63 not+we 63 missing+on 62 question 57 ask+@ 53 ask+them 50 be+asking 46 which+question 46
out+at 43 question+for 43 questions 43 open+for 41 q 41 still+open 41 ^+questions 40 ask+the 40 missing 40 q+for 40
@+next 39 ask+to 39 from+@ 39 good+question 39 need+from 39 to+ask 39 @+what 38 questions+for 37 ask 36 find+out 36
asking 35 else 35 question+@ 35 we+still 35 what+else 35 's+missing 34 miss 34 not+know 34 should+ask 34 what+info
34 i+still 33 in+a 33 what+to 33 best+question 32 practice 32 left+for 31 next+q 31 still 31 yet 31 ask+? 30 i+be 30
i+find 30 open+questions 30 questions+@ 30 questions+i 30 we+need 30 now+with 29 question+to 29 else+should 28
is+missing 28 on+the 28 still+need 28 learn 27 learn+about 27 left 27 q+. 27 ^+anything 26 ^+talking 26 find 26
i+ask 26 one+thing 26 what+now 26 discovery+call 25 folks 25 question+. 25 we+not 25 ^+next 24 else+do 24 for+my 24
should+find 24 which+questions 24 you+ask 24 most+useful 23 next 23 next+question 23 thing+to 23 to+find 23
useful+thing 23 do+not 22 missing+. 22 now+what 22 questions+are 22 things 22 #+what 21 @+right 21 a+few 21
difference 21 few 21 i+only 21 minutes+with 21 only+have 21 thing+i 21 to+@ 21 to+decide 21 what+should 21 calling+@
20 from 20 open 20 question+should 20 the+one 20 what+shall 20 would+you 20 ^+give 19 anything 19 i+should 19
left+to 19 still+ask 19 ask+. 18 give+me 18 know+about 18 my+call 18 need+. 18 thing 18 what+do 18 's+next 17
out+about 17 the+most 17 am+on 16 anything+left 16 got+@ 16 there+anything 16 three 16 @+be 15 @+so 15 ^+in 15 now
15 what+must 15 do+i 14 for+@ 14 them+? 14 would+make 14 contact 13 else+to 13 give 13 i+could 13 like+to 13 shall+i
13 to+know 13 what+. 13 decide 12 information 12 my+first 12 phone+with 12 right+now 12 the+phone 12 them+. 12
about+@ 11 important 11 line 11 most+important 11 the+line 11 what+we 11 @+? 10 ^+ask 10 at+@ 10 missing+for 10 more
10 most 10 shall 10 talking+to 10 with+? 10 would+be 10 @+now 9 calling 9 guys 9 need+to 9 are+we 8 call+with 8 info
8 must 8 out 8 there+'s 8 what+'s 8 with+@ 8 would+help 8 @+any 7 ^+ok 7 know 7 not 7 ok 7 should+i 7 useful 7 @+. 6
^+what 6 about+to 6 am+about 6 need 6 owner 6 should 6 the+best 6 what 6 what+are 6 #+. -6 @+call -6 @+disqualified
-6 @+do -6 @+from -6 @+today -6 ^+@ -6 ^+budget -6 ^+fit -6 ^+our -6 ^+please -6 ^+reason -6 ^+their -6 ^+todo -6
^+y -6 a+cfo -6 a+cro -6 a+discovery -6 a+meeting -6 a+no -6 about+security -6 about+the -6 accounts -6 accounts+.
-6 after+the -6 afternoon -6 an -6 an+a -6 are+working -6 azure -6 before+lunch -6 bother -6 bother+with -6 briefing
-6 briefing+please -6 budget+? -6 can+send -6 cfo+call -6 cfo+says -6 cfos -6 change+the -6 check+@ -6 company -6
contract -6 could+you -6 cro+of -6 data -6 deal -6 delete -6 demo -6 does+the -6 drop -6 dynamics -6 evaluate -6
explain+the -6 fit -6 for+a -6 for+me -6 for+solo -6 gap+for -6 gap+missing -6 gdpr -6 got+on -6 have+. -6
hello+there -6 hi+. -6 how+would -6 i+bother -6 i+can -6 i+meet -6 if+@ -6 in+an -6 in+or -6 into+a -6 it+take -6
its -6 like+? -6 looking -6 me+all -6 me+is -6 meet -6 min -6 monday+. -6 my+manager -6 my+while -6 my+worklist -6 n
-6 netsuite+. -6 nice -6 of+companies -6 of+team -6 offer -6 on+salesforce -6 or+out -6 our+data -6 over -6
please+log -6 possible -6 price -6 product -6 qualify -6 qualify+@ -6 reason -6 remind -6 remind+me -6 saas+. -6
said -6 security -6 send -6 send+a -6 should+we -6 target -6 tell+me -6 that+@ -6 that+score -6 the+crm -6
the+customer -6 the+security -6 there+. -6 there+any -6 they+still -6 thoughts -6 through -6 time+. -6 to+qualify -6
today -6 today+? -6 todo -6 together+? -6 top -6 want+@ -6 we+a -6 we+go -6 what+can -6 which+accounts -6
which+companies -6 while -6 who+should -6 with+netsuite -6 work+. -6 worklist -6 worklist+. -6 would+it -6 yes -6
you+got -6 you+have -6 's+stopping -7 's+your -7 @+fits -7 @+had -7 ^+call -7 ^+can -7 ^+could -7 ^+do -7 ^+open -7
^+reasons -7 ^+run -7 ^+should -7 ^+thoughts -7 ^+ty -7 are+the -7 be+talking -7 being -7 call+. -7 change+your -7
clari -7 could+i -7 day -7 day+. -7 decision -7 did -7 down -7 first+call -7 fits -7 fits+. -7 follow -7 forget+what
-7 from+being -7 go+after -7 got+a -7 guide -7 headcount -7 hour -7 how+@ -7 i+chase -7 in+@ -7 is+a -7 is+the -7
it+. -7 last -7 list+. -7 logistics -7 looking+for -7 me+? -7 me+through -7 me+what -7 meeting -7 monday -7 no+idea
-7 not+get -7 now+. -7 of -7 prep+. -7 price+sheet -7 pulled -7 pulled+it -7 put -7 qualification+for -7 reason+@ -7
reason+for -7 say -7 say+@ -7 say+when -7 score+. -7 seat -7 selling -7 selling+to -7 sheet -7 sheet+for -7
something+for -7 sso -7 stopping -7 stopping+@ -7 team+. -7 tell -7 the+decision -7 the+first -7 the+reason -7
thoughts+on -7 through+the -7 thx -7 thx+. -7 to+. -7 to+keep -7 to+primary -7 today+. -7 top+# -7 ty -7 ty+. -7
want -7 we+looking -7 we+target -7 what+makes -7 what+pulled -7 whether -7 who -7 would+get -7 y -7 you+? -7
you+give -7 your+mind -7 @+'s -8 @+at -8 @+got -8 @+should -8 @+to -8 ^+discount -8 ^+icp -8 ^+missing -8 ^+nice -8
^+show -8 ^+someone -8 ^+where -8 ^+who -8 ^+would -8 ^+yo -8 a+demo -8 am+not -8 be+worth -8 before -8 before+my -8
begin -8 begin+the -8 better -8 business -8 can+we -8 care -8 care+about -8 cfos+care -8 chase -8 correspond -8
cro+at -8 decision+. -8 discount+. -8 do+cfos -8 dynamics+. -8 evaluate+@ -8 everything -8 everything+on -8 explain
-8 fit+. -8 for+? -8 forget -8 great -8 group -8 group+? -8 here -8 i+say -8 i+start -8 into -8 it+be -8 it+go -8
keeps -8 keeps+asking -8 me+on -8 me+prepare -8 me+the -8 money -8 my+top -8 objections -8 overview -8 pitch -8
points -8 qualify+. -8 questions+about -8 says+no -8 shall+we -8 show -8 suitable -8 support -8 take+for -8 thx+a -8
tier+is -8 time+? -8 to+be -8 to+move -8 tomorrow+. -8 verdict+for -8 wanted -8 way+to -8 we+have -8 we+support -8
went -8 what+does -8 where -8 which+discount -8 why+only -8 work -8 yes+. -8 yo -8 you+. -8 you+are -8 you+do -8
you+think -8 's+cfo -9 's+our -9 @+brief -9 @+need -9 ^+best -9 ^+has -9 ^+have -9 ^+hello -9 ^+hot -9 ^+roi -9
^+thx -9 a+quick -9 about+. -9 after -9 another -9 anyone -9 are+you -9 at+the -9 deck -9 delete+@ -9 discount -9
do+you -9 employees+? -9 evaluate+stage -9 explain+@ -9 first+. -9 fits+? -9 forecast -9 from+. -9 good+one -9
happen -9 hello -9 hipaa -9 i+use -9 i+would -9 if+they -9 link -9 makes+@ -9 my+day -9 no+money -9 of+@ -9 on+. -9
on+paper -9 onboarding -9 opinion -9 paper -9 points+for -9 qualification -9 show+me -9 still+fit -9 the+answers -9
the+briefing -9 the+demo -9 the+discovery -9 the+qualification -9 to+b -9 use+this -9 uses -9 very -9 what+is -9
work+on -9 you+put -9 your -9 @+becomes -10 @+for -10 ^+any -10 ^+cfo -10 ^+help -10 ^+passt -10 ^+tell -10
^+tomorrow -10 a+customer -10 already -10 back -10 bad -10 becomes -10 can -10 change+at -10 companies+are -10
do+they -10 fedramp -10 fedramp+. -10 follow+up -10 going -10 hipaa+. -10 honest -10 how+is -10 i+see -10 i+work -10
me+my -10 me+please -10 my+plate -10 needed -10 no+? -10 objection -10 of+the -10 on+fedramp -10 on+my -10
onboarding+look -10 plate -10 please+give -10 see -10 see+the -10 send+. -10 status -10 take+? -10 the+icp -10
the+questions -10 the+verdict -10 think -10 turn -10 turn+@ -10 uns -10 uns+? -10 up+with -10 verdict -10 what+could
-10 what+has -10 who+are -10 with+me -10 works -10 would+like -10 your+opinion -10 zu -10 zu+uns -10 ^+forget -11
^+you -11 against -11 ask+you -11 buy -11 can+@ -11 chase+@ -11 counts -11 discovery+questions -11 do+. -11 down+?
-11 five -11 friday -11 friday+. -11 good+customer -11 had+budget -11 how+many -11 i+send -11 knowledge -11 many -11
meeting+with -11 need+help -11 of+company -11 one+. -11 primary+? -11 profile -11 questions+on -11 sales -11 score
-11 score+@ -11 show+@ -11 team -11 verdict+. -11 what+tier -11 would+need -11 's+on -12 's+verdict -12 @+and -12
^+are -12 ^+cheat -12 ^+explain -12 ^+info -12 ^+send -12 am+i -12 ask+next -12 because -12 been -12 bring -12
bring+up -12 ceo -12 cheat -12 cheat+sheet -12 client -12 client+? -12 continue -12 do+? -12 how+'s -12 i+got -12
info+on -12 is+known -12 is+this -12 known -12 known+about -12 minutes+. -12 right+? -12 system -12 to+answer -12
verdict+on -12 walk -12 walk+me -12 was -12 where+are -12 where+does -12 which+account -12 would+@ -12 's+score -13
@+still -13 ^+and -13 ^+score -13 a+yes -13 and+@ -13 bot -13 buyer -13 deals -13 file+for -13 forecasting -13
have+on -13 have+we -13 keep+@ -13 me+about -13 on+file -13 prospects -13 reach -13 record -13 talking+points -13
they+need -13 this+bot -13 what+have -13 what+questions -13 worth+calling -13 @+can -14 ^+target -14 ^+verdict -14
^+walk -14 are+my -14 awesome -14 azure+. -14 before+i -14 did+we -14 discount+for -14 else+can -14 for+# -14 found
-14 have+about -14 here+. -14 leads -14 many+people -14 me+everything -14 options -14 reasoning -14 the+reasoning
-14 tier -14 ^+cheers -15 away -15 away+from -15 bye -15 bye+. -15 cheers -15 customers -15 demo+. -15 down+. -15
five+minutes -15 hot -15 in+five -15 most+promising -15 pricing+? -15 reasons -15 reasons+for -15 reps -15 run+the
-15 save -15 score+for -15 the+ceo -15 the+reasons -15 urgent -15 what+did -15 @+out -16 against+@ -16 customers+are
-16 fill -16 into+@ -16 know+? -16 on+with -16 overview+. -16 qualification+questions -16 summary -16 want+. -16 won
-16 email -17 everything+you -17 file -17 has+been -17 promising -17 think+about -17 to+do -17 definition -18
found+out -18 k -18 low -18 my+meeting -18 out+. -18 priority -18 think+of -18 which+customers -18 who+am -18 #+k
-19 's+@ -19 @+down -19 ^+all -19 breakdown -19 decides+at -19 harbor -19 instructions -19 meddic -19 we+learn -19
^+on -20 answers -20 deck+. -20 fill+in -20 like+@ -20 love -20 priorities -20 rating -20 we+with -20 blue -21
i+tell -21 k+. -21 need+for -21 number -21 say+about -21 tell+them -21 the+score -21 @+an -22 behind -22 hot+. -22
know+before -22 know+on -22 lose -22 lunch -22 's+wrong -23 @+info -23 are+our -23 ask+me -23 boston -23 boston+.
-23 i+know -23 is+your -23 position -23 which+one -23 wrong -23 wrong+with -23 bant -24 behind+@ -24 report -24
we+already -24 move -25 's+in -26 new -26 mean -27 facts -28 notes -28 ^+was -29 i+do -30 know+what -30 passt -30
which+answers -30 soc2 -31 que -33 you+know -34 next+? -36 to+fit -38 can+i -40 one+@ -40 what+about -46
""",
    "show_account": """
have+on 63 me+@ 61 facts 60 notes 59 show+@ 59 @+have 58 file 53 status 53 employees+? 51 budget+? 50 what+did 50
summary 49 what+have 46 got+on 44 we+learn 43 we+with 43 @+info 41 pull 40 did+we 39 know+on 39 many+people 39
overview+. 38 we+know 38 has+been 37 file+for 36 on+file 36 @+at 35 profile 35 uses+hubspot 35 how+many 34 is+known
34 known 34 known+about 34 many 34 's+in 33 ^+open 33 ^+pull 33 pull+up 33 think+@ 33 anyone 32 info 32 one+@ 32
we+already 32 what+we 32 everything+on 31 have+about 31 me+everything 31 say+about 31 the+answers 30 what+has 30
you+have 30 a+budget 29 have+we 29 new 29 where+are 29 ^+summary 28 been 28 summary+of 28 up+@ 28 ^+info 27 info+on
27 @+status 26 ^+catch 26 a+cbct 26 bring 26 bring+up 26 catch 26 catch+me 26 cbct 26 know+if 26 status+. 26 true 26
up+on 26 we+have 26 's+cfo 25 already 25 answers 25 everything 25 me+about 25 me+all 25 record 24 you+got 24
know+about 23 ^+tell 22 about+@ 22 information+do 22 know 22 what+information 22 's+on 21 ^+does 21 found+out 20
on+@ 20 ^+show 19 ^+where 19 i+see 19 see+the 19 ^+anything 18 found 18 has+a 18 we+got 18 overview 17 tell+me 17
's+@ 16 open 16 ^+@ 15 forget+what 15 happen 15 remind 15 remind+me 15 reps 15 that+@ 15 ^+give 14 ^+ok 14 do+we 14
ok 14 tell 14 where 14 whether+@ 14 did 13 have+# 13 @+. 12 anything 12 far 12 have 12 information 12 me+up 12 up 12
hubspot 11 please+. 11 show 11 about 10 do+you 10 give+me 10 is+it 10 of+@ 10 you+think 10 does+@ 9 if+@ 9 uses 9
@+so 8 ^+list 8 could+you 8 one 8 out+about 8 whether 8 has 7 i+am 7 in+the 7 on 7 show+me 7 what+do 7 write 7
you+show 7 #+employees 6 @ 6 @+? 6 @+has 6 are+we 6 at 6 everything+you 6 give 6 see 6 we 6 work 6 's+do -6 's+our
-6 .+is -6 @+cfo -6 @+could -6 @+does -6 @+fit -6 @+is -6 @+look -6 ^+call -6 ^+demo -6 ^+fika -6 ^+fit -6 ^+go -6
^+hey -6 ^+interview -6 ^+qualify -6 ^+quick -6 ^+reasons -6 ^+run -6 ^+set -6 ^+start -6 ^+top -6 ^+walk -6 ^+which
-6 ^+who -6 ^+would -6 a+? -6 a+great -6 a+meeting -6 about+data -6 accounts+. -6 actually -6 after -6 afternoon -6
am+not -6 an+a -6 and -6 answer+to -6 anything+left -6 are+you -6 ask -6 aws -6 based+. -6 be+worth -6 bigquery -6
boss -6 budget+. -6 but+why -6 call+. -6 calling -6 can+send -6 change -6 chase -6 company -6 competitors -6 contact
-6 customer+profile -6 customers+are -6 decision+. -6 deck -6 discount+can -6 disqualified+. -6 do+. -6 do+they -6
does+# -6 does+this -6 drop -6 else -6 europe -6 europe+. -6 excel -6 excel+. -6 find -6 first+. -6 fit -6 fit+? -6
five -6 for+what -6 good+? -6 had -6 has+budget -6 have+been -6 have+no -6 help+me -6 helpful -6 here -6 hey -6
honest -6 i+can -6 i+give -6 i+have -6 in+icp -6 interview+@ -6 into -6 into+a -6 its -6 its+# -6 know+before -6
know+what -6 manager -6 manager+wants -6 minutes -6 monday -6 monday+. -6 need -6 need+help -6 needs -6 next+. -6
next+year -6 not+get -6 now -6 of+ours -6 on+. -6 ours -6 ours+. -6 out+@ -6 phone -6 pitch -6 points+for -6 prep+@
-6 prep+me -6 preparation -6 preparation+for -6 q -6 question -6 rate -6 rate+@ -6 rated -6 reach -6 reason+for -6
revenue+. -6 say+@ -6 sell+to -6 setup -6 short+briefing -6 so+@ -6 start -6 still+fit -6 target -6 target+. -6
team+. -6 that+verdict -6 the+crm -6 them -6 there+. -6 they+say -6 this+work -6 three -6 tier+is -6 to+decide -6
tomorrow -6 tool -6 urgent -6 us+based -6 walk+me -6 wants+to -6 we+actually -6 we+go -6 were -6 what+does -6
what+else -6 what+should -6 where+should -6 which -6 which+account -6 who -6 who+we -6 why+do -6 would -6 you+ask -6
you+do -6 you+rate -6 you+say -6 #+. -7 @+call -7 @+get -7 @+legit -7 @+meeting -7 @+to -7 @+will -7 ^+budget -7
^+delete -7 ^+get -7 about+. -7 account+has -7 anything+i -7 asking -7 away -7 away+from -7 be+asking -7 begin -7
begin+the -7 brief -7 briefing+@ -7 budget+of -7 by+@ -7 care -7 care+about -7 cfo+tomorrow -7 cfos+care -7 check -7
colleagues -7 could+i -7 customers -7 customers+. -7 day -7 day+. -7 decision -7 discount+for -7 do+cfos -7 does+not
-7 evaluate -7 evaluate+stage -7 evening -7 evening+. -7 every -7 every+account -7 fit+. -7 fit+@ -7 for+# -7 for+me
-7 from+. -7 gdpr -7 get+to -7 go+after -7 good+customer -7 had+# -7 heads -7 hi+. -7 hipaa -7 hired -7 how+do -7
how+is -7 integrate -7 integrate+with -7 interview -7 is+? -7 it+. -7 it+is -7 it+that -7 last -7 left -7 legit -7
looking -7 me+if -7 might -7 my+manager -7 next+? -7 nice -7 no+idea -7 of+companies -7 of+the -7 onboarding+look -7
options -7 our+profile -7 prep -7 pricing -7 pursuing+? -7 put+together -7 qualified -7 qualified+? -7 qualify -7
qualify+@ -7 questions+are -7 quick+one -7 sedation -7 sheet+for -7 show+my -7 snowflake -7 snowflake+. -7
something+for -7 the+data -7 the+decision -7 the+demo -7 the+score -7 they+need -7 though -7 though+. -7 time+? -7
to+@ -7 to+answer -7 to+primary -7 to+that -7 turn -7 turn+@ -7 useful -7 verdict+for -7 very -7 want -7 want+. -7
we+integrate -7 we+say -7 we+target -7 what+i -7 which+customers -7 would+you -7 y -7 #+# -8 @+disqualified -8 @+do
-8 @+got -8 @+icp -8 @+make -8 @+on -8 @+why -8 ^+brief -8 ^+someone -8 ^+todo -8 ^+ty -8 ^+you -8 a+customer -8
a+no -8 about+# -8 again -8 are+the -8 ask+next -8 best -8 brief+me -8 call+@ -8 can+@ -8 can+we -8 change+your -8
check+@ -8 client -8 client+? -8 competitor -8 continue -8 demo+. -8 did+@ -8 discount -8 discount+. -8 discovery -8
fedramp -8 fedramp+. -8 from+@ -8 going -8 guide -8 headcount -8 help -8 here+. -8 hubspot+us -8 i+say -8 i+still -8
in+or -8 is+saas -8 it+a -8 keeps -8 keeps+asking -8 leads -8 makes+@ -8 me+the -8 me+why -8 my+list -8 my+worklist
-8 offer -8 on+fedramp -8 on+salesforce -8 only -8 or -8 or+out -8 pilot -8 qualification+for -8 questions+on -8
quick+brief -8 say+me -8 speaks -8 speaks+against -8 still+open -8 suitable -8 talking+points -8 their -8 think+it
-8 to+move -8 todo -8 top+# -8 ty -8 ty+. -8 what+speaks -8 where+do -8 which+question -8 with+me -8 work+with -8
worklist -8 worklist+. -8 your -8 your+mind -8 's+the -9 @+for -9 @+had -9 @+our -9 @+please -9 @+still -9 ^+hello
-9 ^+thx -9 ^+we -9 ^+yo -9 about+security -9 azure+. -9 bad -9 briefing -9 buyer -9 ceo -9 chase+@ -9 cro+at -9
dynamics -9 explain -9 fit+us -9 fits+? -9 hello -9 hosted -9 hubspot+. -9 i+think -9 icp -9 icp+. -9 if+they -9
is+the -9 is+this -9 like+to -9 logistics -9 me+prepare -9 most -9 my+day -9 not -9 on+my -9 open+for -9 prospect -9
questions -9 questions+for -9 reasons -9 score+. -9 seat -9 setup+? -9 sfdc -9 sfdc+. -9 still+need -9 thanks+that
-9 the+next -9 the+setup -9 thx -9 thx+. -9 thx+a -9 up+with -9 way+to -9 we+want -9 what+next -9 what+you -9 yo -9
you+are -9 's+missing -10 's+your -10 @+fits -10 ^+any -10 ^+discount -10 ^+nice -10 ^+our -10 ^+passt -10 ^+pretend
-10 ^+roi -10 another -10 are+my -10 boston -10 boston+. -10 bot -10 companies+are -10 could+have -10 counts -10
does+harbor -10 fits -10 heard -10 i+know -10 i+tell -10 industry -10 industry+? -10 is+a -10 like -10 link -10
maybe -10 missing -10 need+from -10 netsuite -10 objection -10 on+paper -10 paper -10 pretend -10 priority -10
qualify+. -10 score+for -10 security+? -10 send+. -10 speed -10 sso -10 still -10 system -10 that+'s -10 that+score
-10 the+verdict -10 this+bot -10 to+our -10 to+speed -10 uns -10 uns+? -10 up+to -10 what+are -10 worth+calling -10
would+@ -10 zu -10 zu+uns -10 's+still -11 @+qualify -11 @+thoughts -11 ^+cfo -11 ^+hot -11 ^+icp -11 ^+questions
-11 ^+send -11 am+i -11 at+the -11 awesome -11 better -11 data -11 definition -11 evaluate+@ -11 hot -11 i+start -11
is+missing -11 knowledge -11 left+for -11 missing+for -11 my+plate -11 need+to -11 on+prem -11 one+. -11 plate -11
prem -11 priorities -11 question+. -11 saas+. -11 score -11 software -11 tell+them -11 the+ceo -11 thoughts -11
trial -11 we+a -11 ^+are -12 ^+cheat -12 ^+help -12 against -12 ask+to -12 buy -12 change+the -12 cheat -12
cheat+sheet -12 deck+. -12 dynamics+. -12 fits+. -12 gap+for -12 great -12 hot+. -12 into+@ -12 list+. -12
netsuite+. -12 number -12 please+? -12 profile+? -12 q+for -12 quick+check -12 reasons+for -12 tomorrow+. -12
verdict -12 what+must -12 what+questions -12 who+are -12 you+give -12 @+out -13 ^+got -13 ^+has -13 ^+score -13
^+thoughts -13 are+our -13 behind -13 can+do -13 delete -13 down+. -13 email -13 explain+@ -13 friday -13 friday+.
-13 good+one -13 good+question -13 i+find -13 me+our -13 our+data -13 out+. -13 please+give -13 prep+. -13 run+the
-13 security -13 support -13 the+briefing -13 thoughts+on -13 trial+. -13 verdict+. -13 was -13 we+support -13 went
-13 with+netsuite -13 work+. -13 works -13 you+can -13 you+tell -13 #+k -14 ^+explain -14 ^+new -14 ^+target -14
and+tell -14 down+? -14 had+budget -14 how+'s -14 me+how -14 me+my -14 objections -14 points -14 right -14 takes -14
team -14 @+and -15 @+uses -15 ^+and -15 ^+verdict -15 me+please -15 must -15 n -15 no+? -15 the+best -15 the+reasons
-15 the+security -15 want+@ -15 we+need -15 's+wrong -16 @+down -16 @+qualifies -16 ^+ask -16 ^+on -16 against+@ -16
discovery+on -16 forecasting -16 k -16 of+company -16 qualifies -16 ten -16 the+customer -16 the+pilot -16
verdict+on -16 we+not -16 won -16 would+help -16 wrong -16 wrong+with -16 's+verdict -17 ^+cheers -17 ^+have -17
and+@ -17 because -17 cheers -17 delete+@ -17 have+ten -17 qualifies+. -17 score+@ -17 ten+minutes -17 the+icp -17
tier -17 what+could -17 what+info -17 's+score -18 ask+me -18 correspond -18 how+@ -18 is+your -18 k+. -18
me+whether -18 move -18 promising -18 security+overview -18 stored -18 that+i -18 who+am -18 a+security -19 behind+@
-19 bye -19 bye+. -19 deals -19 decides+at -19 position -19 pricing+? -19 save -19 blue -20 interview+me -20 said
-20 harbor -21 miss -21 prospects -21 @+an -22 briefing+please -22 lunch -22 me+on -22 we+still -22 ^+all -23
what+now -23 which+one -23 about+the -24 do+not -24 love -24 missing+on -24 report -24 sales -24 yet -24 ^+forget
-25 in+@ -25 mean -25 @+brief -26 bant -26 lose -26 low -26 reasoning -26 the+reasoning -26 not+know -27 now+with
-28 open+questions -28 questions+@ -28 ^+was -29 right+? -30 's+next -31 passt -31 like+@ -32 meddic -32 soc2 -32
instructions -33 think+of -35 rating -36 que -37 where+does -39 me+a -40 you+know -40 think+about -43 not+we -47
breakdown -48 what+about -52
""",
    "briefing": """
cfo+call 55 me+prepare 54 prep 54 ^+demo 53 prep+. 53 prepare 52 in+# 51 a+quick 50 brief 50 @+brief 49 briefing 49
^+brief 48 @+call 46 the+briefing 46 i+know 45 please+give 45 briefing+please 44 ^+briefing 43 ^+prep 43
talking+points 43 meeting 42 brief+me 41 ^+get 40 a+briefing 40 know+? 40 my+meeting 40 prep+@ 40 before+i 39
know+before 39 put+together 38 on+friday 37 on+with 37 @+meeting 36 @+tomorrow 36 briefing+@ 36 ready+for 35
appointment 34 appointment+with 34 brief+@ 34 briefing+. 34 prepare+the 34 speed 34 to+speed 34 up+to 34 you+give 34
brief+. 33 cfo+tomorrow 33 cro+at 33 me+for 33 minutes+. 33 on+monday 33 prep+me 33 short 33 @+in 32 asap 32
briefing+for 32 cro+of 32 get+me 32 prepare+me 32 ^+cheat 31 before+my 31 cheat 31 cheat+sheet 31 #+am 30 about+. 30
in+an 30 meeting+with 30 need+for 30 pm+. 30 pm+cfo 30 preparation 30 preparation+for 30 you+prepare 30 #+. 29 @+cfo
29 ^+need 29 before 29 i+need 29 into+@ 29 me+prepared 29 me+ready 29 prepared 29 #+pm 28 at+# 28 director 28
five+minutes 28 in+five 28 please+prepare 28 pm 28 prep+for 28 ready 28 the+call 28 ^+tomorrow 27 short+briefing 27
the+meeting 27 tomorrow 27 @+cto 26 ^+cal 26 cal 26 cal+with 26 call+in 26 cfo+of 26 i+meet 26 meet 26 sheet+for 26
the+owner 26 tuesday 26 am+presenting 25 are+in 25 call+@ 25 get+ready 25 i+must 25 into 25 presenting 25
presenting+to 25 briefing+on 24 care 24 care+about 24 get+a 24 meeting+the 24 points+for 24 tomorrow+# 24 what+i 24
#+min 23 .+could 23 ^+meeting 23 about+to 23 am+about 23 am+seeing 23 call+with 23 demo+with 23 my+first 23
tomorrow+at 23 ^+call 22 am+meeting 22 an+hour 22 me+on 22 quick+brief 22 you+brief 22 could+i 21 for+the 21
on+thursday 21 seeing 21 the+cro 21 thursday 21 @+and 20 @+at 20 into+a 20 prepare+? 20 urgent 20 please+? 19 points
19 quick 19 their+cro 19 call 18 five 18 going 18 hour 18 together 18 with+the 18 @+asap 17 @+i 17 am+prep 17 asap+.
17 demo 17 have+got 17 know 17 talking 17 tomorrow+i 17 @+before 16 afternoon+? 16 am 16 do+they 16 engineering+at
16 help+me 16 meeting+@ 16 min+. 16 the+head 16 version 16 call+. 15 me+up 15 mind+preparing 15 minutes 15 my+demo
15 of+marketing 15 preparing 15 preparing+a 15 sheet 15 tomorrow+. 15 vp+of 15 you+mind 15 @+cro 14 a+call 14
cro+tomorrow 14 for+my 14 min 14 need+brief 14 need+to 14 to+know 14 anything+i 13 i+am 13 need+. 13 together+? 13
tomorrow+what 13 what+should 13 @+what 12 a+preparation 12 cto+of 12 please+brief 12 please+make 12 the+cto 12 thx+.
12 with+@ 12 cro 11 cro+. 11 cto 11 demo+tomorrow 11 get 11 month 11 month+. 11 office 11 office+manager 11
the+office 11 you+put 11 @+on 10 @+please 10 ^+quick 10 a+discovery 10 bring 10 bring+up 10 cto+. 10 give+me 10 in
10 mind 10 need 10 please 10 seeing+@ 10 this+afternoon 10 @+this 9 could+use 9 engineering 9 got+# 9 i+call 9 i+get
9 i+have 9 me+@ 9 meeting+in 9 my+call 9 need+prep 9 of+engineering 9 up+with 9 vp 9 you+get 9 @+with 8 ^+on 8
marketing 8 me+a 8 put 8 stage 8 with 8 #+can 7 @+can 7 ^+please 7 cfo 7 give 7 got+@ 7 head 7 head+of 7 make+a 7 me
7 ready+? 7 the+demo 7 thx 7 use+a 7 's+cfo 6 .+please 6 for+@ 6 me+through 6 please+. 6 they+are 6 to+get 6 who+am
6 's+the -6 's+verdict -6 @+fits -6 @+need -6 @+our -6 @+qualifies -6 @+should -6 @+the -6 @+thoughts -6 ^+do -6
^+fit -6 ^+hey -6 ^+hq -6 ^+morning -6 ^+should -6 ^+someone -6 ^+the -6 ^+which -6 ^+who -6 a+checklist -6 about+@
-6 after -6 after+the -6 and+tell -6 are+working -6 ask -6 ask+to -6 away -6 away+from -6 bother -6 bother+with -6
call+today -6 cfo+decides -6 chase -6 check -6 checklist -6 checklist+for -6 companies -6 competitor -6 competitors
-6 customers+are -6 deals -6 decision+. -6 demo+video -6 disqualified+. -6 do+? -6 do+you -6 does+# -6 drop -6
everything -6 fedramp -6 fedramp+. -6 file+for -6 first+? -6 fits+? -6 follow+up -6 from+. -6 gap+for -6 gap+nobody
-6 had+# -6 have+one -6 have+we -6 hey -6 hi+. -6 hipaa -6 honest -6 how+is -6 hq -6 i+bother -6 i+chase -6 icp -6
icp+? -6 is+a -6 is+missing -6 is+saas -6 know+if -6 know+on -6 knows -6 missing+on -6 money -6 my+worklist -6
need+from -6 nobody -6 nobody+knows -6 on+fedramp -6 on+file -6 onboarding+look -6 one -6 our -6 out -6 out+at -6
phone+with -6 practice -6 price+sheet -6 q -6 qualifies -6 question+. -6 question+for -6 question+to -6 questions+on
-6 reasons+? -6 record -6 right -6 right+now -6 saas+. -6 send+. -6 snowflake -6 snowflake+. -6 so -6 still -6
still+fit -6 suitable -6 that+score -6 that+verdict -6 the+phone -6 the+score -6 the+us -6 think -6 think+about -6
though -6 though+. -6 thoughts -6 to+primary -6 tool -6 until -6 walk -6 walk+me -6 we+a -6 we+know -6 what+'s -6
what+we -6 which -6 which+account -6 who -6 who+should -6 will+not -6 work -6 worklist -6 worklist+. -6 yet -6
you+are -6 you+send -6 you+tell -6 's+missing -7 @+got -7 @+had -7 @+right -7 @+to -7 ^+has -7 ^+info -7 ^+pull -7
^+todo -7 ^+ty -7 ^+you -7 a+cfo -7 a+vp -7 again -7 against -7 all -7 am+new -7 another -7 ask+me -7 best -7 better
-7 budget+? -7 by+@ -7 can+we -7 chase+@ -7 client -7 client+? -7 contact -7 counts -7 data -7 decision -7
discount+can -7 discount+for -7 down -7 down+? -7 dynamics -7 fits -7 fits+. -7 for+# -7 forecasting -7 had -7
had+budget -7 have+on -7 help+. -7 here+. -7 here+what -7 how+many -7 i+give -7 i+got -7 i+still -7 i+think -7 in+@
-7 info+on -7 is+known -7 is+the -7 it+. -7 keeps -7 keeps+asking -7 known -7 known+about -7 last -7 learn -7
learn+about -7 like -7 list+. -7 makes+@ -7 many -7 me+about -7 me+all -7 me+with -7 my+manager -7 n -7 netsuite -7
new+here -7 next+? -7 nice -7 of+company -7 of+things -7 on+paper -7 on+salesforce -7 open -7 paper -7 product -7
pull+up -7 qualification+for -7 qualify -7 qualify+. -7 qualify+@ -7 quick+update -7 score -7 score+for -7 seat -7
sfdc -7 software -7 something+for -7 still+need -7 support -7 takes -7 tell -7 tell+me -7 the+security -7
the+verdict -7 think+it -7 time+? -7 to+answer -7 todo -7 ty -7 ty+. -7 useful -7 verdict+on -7 way+to -7 we+already
-7 we+support -7 what+next -7 which+customers -7 with+netsuite -7 work+. -7 worth+a -7 worth+calling -7 write -7 y
-7 @+disqualified -8 @+still -8 ^+am -8 ^+and -8 ^+are -8 ^+hello -8 ^+keep -8 ^+set -8 a+customer -8 a+demo -8
about+the -8 are+my -8 are+the -8 ask+next -8 bad -8 been -8 behind -8 business -8 call+? -8 ceo -8 correspond -8
day -8 day+. -8 deadline -8 deck -8 discount -8 does+a -8 explain+@ -8 first+. -8 folks -8 for+vp -8 forecast -8
gdpr -8 get+to -8 good+question -8 group -8 group+? -8 had+a -8 have+. -8 hello -8 here -8 hot -8 i+ask -8 i+send -8
i+start -8 i+wasting -8 is+# -8 is+this -8 it+'s -8 it+go -8 leads -8 logistics -8 missing+. -8 monday -8 more+time
-8 objection -8 of+the -8 on+prem -8 options -8 phone -8 prem -8 priority -8 reach -8 reasons -8 sfdc+. -8 show+@ -8
team+. -8 the+best -8 the+decision -8 the+next -8 time+with -8 to+# -8 to+b -8 turn -8 turn+@ -8 verdict -8 very -8
vp+marketing -8 wasting -8 wasting+my -8 what+are -8 what+does -8 which+question -8 's+score -9 @+do -9 @+get -9
@+out -9 ^+catch -9 ^+discount -9 ^+hot -9 ^+passt -9 ^+roi -9 ^+yo -9 a+? -9 against+@ -9 are+we -9 azure+. -9 bot
-9 buyer -9 can+@ -9 catch -9 catch+me -9 cfos -9 down+. -9 dynamics+. -9 everything+you -9 explain -9 fit+check -9
good+one -9 hot+. -9 i+do -9 keep+@ -9 link -9 me+everything -9 missing+for -9 monday+. -9 netsuite+. -9 not+get -9
not+know -9 now+what -9 number -9 quick+check -9 reasons+for -9 said -9 show -9 system -9 the+first -9 the+roi -9
think+of -9 this+bot -9 uns -9 uns+? -9 up+on -9 uses -9 verdict+. -9 what+is -9 what+must -9 where+are -9 who+are
-9 why+do -9 with+? -9 would+@ -9 yo -9 zu -9 zu+uns -9 ^+nice -10 ^+show -10 ^+tell -10 ^+where -10 a+cro -10
am+not -10 asking -10 awesome -10 before+lunch -10 continue -10 discount+. -10 employees+? -10 file -10 free -10
how+'s -10 info -10 interview+me -10 left+for -10 many+people -10 me+how -10 me+please -10 my+day -10 new -10 one+.
-10 pitch -10 promising -10 prospects -10 reps -10 right+? -10 sales -10 score+@ -10 talking+to -10 ten -10 the+ceo
-10 the+customer -10 the+icp -10 time+into -10 to+move -10 what+could -10 where -10 ^+have -11 ^+ok -11 ^+our -11
^+score -11 boston -11 boston+. -11 buy -11 calling+@ -11 change+the -11 email -11 guide -11 has+been -11 like+@ -11
me+my -11 most -11 objections -11 ok -11 priorities -11 q+for -11 questions -11 say+me -11 should+ask -11 show+me
-11 things -11 thx+a -11 was -11 what+now -11 what+questions -11 where+does -11 you+help -11 ^+# -12 ^+any -12
^+explain -12 ^+forget -12 ^+give -12 ^+talking -12 anyone -12 are+our -12 ask+? -12 because -12 behind+@ -12 decide
-12 definition -12 delete -12 forget -12 have+ten -12 it+be -12 out+. -12 position -12 run+the -12 save -12 team -12
ten+minutes -12 top -12 verdict+for -12 went -12 #+k -13 @+down -13 ^+anything -13 ^+icp -13 ^+send -13 ask+them -13
bye -13 bye+. -13 evaluate -13 fill -13 i+tell -13 in+or -13 know+what -13 knowledge -13 my+top -13 or+out -13
tell+them -13 the+reasons -13 they+need -13 tier -13 would+help -13 's+wrong -14 @+today -14 ^+got -14 ^+had -14
^+questions -14 ^+target -14 answers -14 be+asking -14 calling -14 evaluate+stage -14 for+me -14 forget+what -14
how+@ -14 in+a -14 lose -14 pricing+? -14 reasoning -14 the+answers -14 the+reasoning -14 to+decide -14 top+# -14
we+with -14 what+tier -14 wrong -14 wrong+with -14 ^+thx -15 deck+. -15 i+see -15 is+your -15 k -15 miss -15 move
-15 now+with -15 one+@ -15 out+@ -15 profile -15 see+the -15 status -15 up+@ -15 works -15 's+@ -16 @+an -16
^+cheers -16 at+the -16 cfos+care -16 cheers -16 delete+@ -16 do+cfos -16 evaluate+@ -16 in+icp -16 k+. -16
questions+for -16 won -16 's+in -17 ^+open -17 ^+summary -17 ask+. -17 questions+i -17 summary+of -17 the+points -17
which+answers -17 with+me -17 's+next -18 ^+verdict -18 back -18 bant -18 decides+at -18 mean -18 ^+all -19 and+@
-19 blue -19 harbor -19 low -19 that+i -19 what+about -19 which+one -19 @+info -20 demo+. -21 love -21 notes -21
overview+. -21 lunch -23 ^+was -24 you+know -24 need+help -25 rating -25 report -25 soc2 -25 facts -26 que -27 see
-27 passt -30 @+for -32 instructions -33 meddic -34 breakdown -41
""",
    "work_list": """
first+. 58 my+accounts 53 next+. 48 next+? 46 hot 45 hot+. 45 priorities 44 best 43 prospects 43 today+. 43 accounts
42 top 41 which+deals 40 chase+. 39 decision+. 39 today 39 which+account 39 priority 38 i+work 37 me+my 37 where+do
37 list 36 my+day 36 urgent 36 work+on 36 deserves 35 which+one 35 first 34 most+promising 34 top+# 34 leads 33
show+my 33 ^+top 32 are+my 32 where+should 32 on+. 31 attention 30 free 30 my+plate 30 plate 30 what+next 30
which+accounts 30 who+should 30 call+. 29 contact 29 i+start 29 my 29 next 29 to+call 29 ^+hot 28 ^+list 27 ask+next
27 attention+. 27 need+attention 27 promising 27 reach 27 ^+todo 26 call+today 26 day 26 day+. 26 my+worklist 26
today+? 26 todo 26 week 26 who 26 worklist 26 worklist+. 26 are+worth 25 on+today 25 prioritize 25 who+'s 25 ^+best
24 call+first 24 focus 24 focus+on 24 i+focus 24 my+top 24 sort 24 this+week 24 week+? 24 accounts+. 23 it+be 23
my+attention 23 's+next 22 first+? 22 before+lunch 21 i+do 21 list+the 21 spend+my 21 the+accounts 21 ^+all 20
like+@ 20 plan 20 ^+who 19 accounts+are 19 decision 19 i+have 19 list+. 19 most 19 on+my 19 which 19 's+on 18
accounts+need 18 put 18 this+afternoon 18 top+accounts 18 week+. 18 one+. 17 should+i 17 the+most 17 account 16
an+hour 16 it+'s 16 now+. 16 say+me 16 which+customers 16 call 15 call+? 15 deals 15 monday 15 time 15 to+. 15 where
15 you+put 15 ^+it 14 a+free 14 important 14 morning 14 most+important 14 right+now 14 @+should 13 afternoon 13
have+# 13 hour 13 i+call 13 my+list 13 time+this 13 worth+pursuing 13 ^+got 12 ^+my 12 accounts+should 12 at+the 12
call+next 12 customers 12 i+should 12 me+the 12 my+time 12 plate+today 12 should 12 time+. 12 what+should 12 work 12
by 11 i+get 11 i+spend 11 pursuing 11 shall 11 shall+i 11 for+today 10 ^+where 9 ^+which 9 customers+are 9 of+my 9
on+this 9 the+best 9 this 9 to+a 9 what+'s 9 which+of 9 now 8 who+do 8 would+it 8 chase 7 right 7 companies 6
have+to 6 i 6 i+chase 6 start 6 what+are 6 @ -6 @+'s -6 @+. -6 @+disqualified -6 @+even -6 @+fits -6 @+still -6
@+this -6 @+to -6 ^+@ -6 ^+call -6 ^+good -6 ^+our -6 ^+score -6 ^+send -6 ^+that -6 ^+verdict -6 ^+y -6 a+cro -6
about+the -6 account+look -6 again -6 another -6 anything -6 ask -6 ask+? -6 ask+the -6 at -6 at+@ -6 been -6
budget+. -6 can+i -6 colleagues -6 company -6 cro+at -6 dashboard -6 deadline -6 deck -6 delete+@ -6 discount+can -6
do+? -6 do+they -6 does+harbor -6 down -6 evaluate -6 explain+@ -6 five+minutes -6 for+@ -6 for+me -6 forecasting -6
gdpr -6 go+? -6 group -6 group+? -6 help -6 hi+. -6 how+is -6 i+give -6 i+meet -6 in+five -6 into -6 invest -6
invest+more -6 is+a -6 is+missing -6 keeps -6 keeps+asking -6 know -6 know+on -6 like+for -6 makes+@ -6 manager -6
many+people -6 me+. -6 me+how -6 me+on -6 me+please -6 me+what -6 meet -6 missing+on -6 need+for -6 not+. -6
not+know -6 of+@ -6 of+the -6 onboarding -6 open -6 or -6 our+target -6 out+at -6 phone -6 please+. -6 please+? -6
practice -6 prep+. -6 profile+? -6 question+. -6 question+for -6 say+@ -6 say+about -6 score -6 security+overview -6
so -6 someone -6 something+for -6 still+fit -6 support -6 takes -6 thanks+. -6 the+call -6 the+crm -6 the+reason -6
the+score -6 think+of -6 though -6 though+. -6 three -6 thx -6 to+@ -6 to+primary -6 we -6 we+support -6 we+want -6
what+does -6 what+must -6 what+we -6 y -6 you+give -6 's+cfo -7 @+? -7 @+be -7 @+call -7 @+get -7 @+got -7 @+please
-7 ^+and -7 ^+are -7 ^+do -7 a+budget -7 a+demo -7 after -7 and+tell -7 before+i -7 call+with -7 can+@ -7 cfo+call
-7 client -7 client+? -7 companies+are -7 decide -7 do+we -7 does+this -7 down+? -7 dynamics -7 email -7 evaluate+@
-7 fits -7 fits+. -7 fits+? -7 folks -7 going -7 good+question -7 got+a -7 had -7 had+budget -7 has+been -7 hipaa -7
how+many -7 i+find -7 i+use -7 info -7 is+the -7 it+. -7 its -7 line -7 many -7 me+our -7 miss -7 missing+for -7
monday+. -7 money -7 morning+. -7 my+call -7 on+the -7 our -7 pitch -7 pursuing+? -7 q+. -7 questions+i -7 reason+@
-7 sales -7 spend+time -7 status -7 target -7 thanks -7 the+demo -7 the+line -7 the+points -7 the+security -7
the+verdict -7 them+? -7 think+about -7 turn -7 turn+@ -7 us+. -7 use+this -7 useful -7 usually -7 verdict -7
verdict+on -7 very -7 want -7 way+to -7 we+sell -7 we+target -7 what+now -7 what+shall -7 with+@ -7 with+me -7
with+netsuite -7 your -7 's+missing -8 's+verdict -8 @+brief -8 @+for -8 @+on -8 ^+any -8 ^+hello -8 ^+help -8 ^+icp
-8 ^+someone -8 ^+ty -8 a+? -8 after+the -8 against -8 anyone -8 ask+them -8 azure+. -8 bant -8 call+@ -8 ceo -8
dashboard+? -8 discovery+call -8 dynamics+. -8 evaluate+stage -8 explain -8 fedramp -8 fedramp+. -8 for+your -8 form
-8 had+a -8 has+a -8 have+. -8 hello -8 hosted -8 i+think -8 keep -8 logistics -8 me+@ -8 my+manager -8 netsuite+.
-8 now+with -8 of+company -8 on+fedramp -8 onboarding+look -8 points -8 possible -8 question -8 question+@ -8
questions+on -8 score+@ -8 seat -8 sell -8 the+answers -8 the+data -8 them -8 think+it -8 this+work -8 thx+a -8
to+decide -8 tomorrow+. -8 ty -8 ty+. -8 went -8 what+could -8 what+tier -8 which+discount -8 your+help -8 @+and -9
@+or -9 ^+discount -9 ^+passt -9 ^+thx -9 and+@ -9 correspond -9 could+i -9 data -9 discount+for -9 down+. -9 fit+us
-9 for+# -9 forget+what -9 guide -9 if+they -9 know+what -9 objections -9 overview -9 profile -9 said -9 sell+to -9
stored -9 team+. -9 thanks+that -9 that+'s -9 the+ceo -9 they+need -9 uns -9 uns+? -9 uses -9 worth+calling -9
would+@ -9 zu -9 zu+uns -9 's+our -10 's+score -10 ^+anything -10 ^+delete -10 ^+morning -10 ^+roi -10 ^+worth -10
^+yo -10 a+customer -10 account+has -10 am+not -10 are+the -10 best+question -10 bring -10 bring+up -10 buy -10
delete -10 discount -10 employees+? -10 every -10 every+account -10 file+for -10 forget -10 got+@ -10 how+@ -10
i+see -10 it+go -10 know+before -10 link -10 me+a -10 missing+. -10 need+help -10 nice -10 not+get -10 objection -10
on+file -10 order -10 reasons -10 save -10 see+the -10 system -10 target+. -10 team -10 the+customer -10 tier -10
to+? -10 to+answer -10 to+move -10 what+i -10 what+is -10 where+are -10 who+are -10 work+. -10 works -10 yo -10
's+wrong -11 @+info -11 @+out -11 ^+explain -11 ^+forget -11 ^+ok -11 ^+should -11 awesome -11 because -11 bot -11
by+@ -11 deck+. -11 definition -11 file -11 for+? -11 forecast -11 i+know -11 i+send -11 left+for -11 meddic -11 ok
-11 our+data -11 see -11 should+we -11 show+@ -11 this+bot -11 verdict+. -11 was -11 wrong -11 wrong+with -11 you+.
-11 's+all -12 @+at -12 ^+on -12 ^+open -12 ask+. -12 ask+@ -12 asking -12 first+call -12 friday -12 friday+. -12
into+@ -12 move -12 right+? -12 signs+the -12 the+first -12 we+with -12 which+companies -12 who+is -12 who+signs -12
@+down -13 @+what -13 ^+nice -13 all+accounts -13 are+you -13 behind -13 bye -13 bye+. -13 demo+. -13 discount+. -13
here -13 is+this -13 knowledge -13 number -13 out+. -13 rating -13 the+icp -13 the+next -13 to+ask -13
what+questions -13 ^+ask -14 ^+target -14 against+@ -14 avoid -14 avoid+. -14 chase+@ -14 good+one -14 pricing+? -14
summary -14 we+avoid -14 #+k -15 @+an -15 ^+had -15 ^+have -15 are+we -15 k -15 overview+. -15 question+to -15
reasoning -15 the+reasoning -15 which+question -15 @+right -16 ^+cheers -16 answers -16 boston -16 boston+. -16
cheers -16 low -16 my+first -16 selling -16 selling+to -16 tell+them -16 what+about -16 would+help -16 's+in -17
@+today -17 breakdown -17 customers+. -17 facts -17 i+keep -17 is+your -17 notes -17 position -17 reps -17 time+?
-17 be+asking -18 behind+@ -18 blue -18 competitors -18 from+. -18 i+tell -18 last -18 must -18 you+are -18 's+@ -19
away -19 away+from -19 instructions -19 k+. -19 you+know -19 bad -20 buyer -20 mean -20 ^+you -21 decides+at -21
better -22 that+i -22 harbor -23 love -23 we+not -23 are+our -24 one+@ -24 options -24 que -24 want+. -24 @+next -25
^+was -25 back -25 here+. -25 keep+@ -25 report -25 which+answers -25 soc2 -26 what+to -26 where+does -26 drop -27
am+i -28 won -29 passt -30 who+am -31 lose -32
""",
    "show_icp": """
want+. 56 icp 50 makes+a 49 again 47 icp+. 46 ^+target 45 which+companies 43 the+icp 41 target+. 40 customer 39
target 39 who+is 39 a+customer 38 account+look 37 definition 37 good+customer 37 like+for 37 we+not 37 are+we 35
our+icp 35 who+do 35 ^+icp 34 for+? 34 for+in 34 companies 33 ideal 32 of+companies 32 we+target 32 's+a 31
of+company 31 sell+to 31 actually 30 selling 30 selling+to 30 we+actually 30 we+looking 30 you+describe 30
companies+are 29 me+who 29 who+we 29 avoid 27 avoid+. 27 go+after 27 me+our 27 we+avoid 27 customer+look 26
customers 26 perfect 26 sell 26 customer+. 25 describe 25 describe+our 25 looks 25 should+we 25 to+me 25 what+are 25
us+. 24 ideal+customer 23 negative+icp 23 our 23 our+negative 23 what+makes 23 ^+our 22 customer+looks 22 does+a 22
looks+like 22 to+. 22 we+go 22 what+our 22 fit+for 21 is+our 21 our+ideal 21 profile 21 profile+. 21
customer+profile 20 looking+for 20 's+our 19 a+good 19 are+our 19 away 19 away+from 19 customers+. 19 fit+us 19
not+a 19 to+? 19 what+kind 19 which+customers 19 bad 18 client 18 client+? 18 from+. 18 want 18 ^+who 17
companies+do 17 for+a 17 for+us 17 icp+? 17 is+not 17 looking 17 we+sell 17 ^+remind 16 colleagues 16
target+customer 16 who 16 company 15 you+show 15 account 14 after 14 does+our 14 in+an 14 like+? 14 we+want 14
customers+are 13 explain+to 13 negative 13 what+does 13 do+we 12 good+account 12 show 12 target+? 12 us 12
who+should 12 asked+me 11 customer+for 11 like+. 11 remind 11 remind+me 11 ^+which 10 be 10 go 10 harbor 10
look+like 10 our+target 10 which+accounts 10 ^+a 9 are 9 asked 9 kind 9 kind+of 9 makes 9 of+customer 9 we 9
customer+? 8 me+the 8 of 8 which 8 who+are 8 's+the 6 does+the 6 good 6 new 6 secondary 6 's+cfo -6 .+are -6 @ -6
@+'s -6 @+. -6 @+a -6 @+get -6 @+got -6 @+the -6 @+to -6 ^+@ -6 ^+customer -6 ^+hey -6 ^+nice -6 ^+questions -6
^+send -6 a+cro -6 a+security -6 about+. -6 about+@ -6 about+the -6 accounts+. -6 accounts+are -6 afternoon -6 at -6
back -6 been -6 before+lunch -6 briefing+please -6 business -6 call+first -6 care -6 care+about -6 compare -6
compare+to -6 deck -6 delete -6 deserves -6 do+? -6 do+you -6 drop -6 email -6 evening -6 evening+. -6 file+for -6
fits -6 forecasting -6 gap+for -6 gap+nobody -6 great+to -6 have+on -6 help -6 hey -6 hi+. -6 honest -6 how+would -6
i+call -6 i+do -6 i+send -6 if -6 implementation -6 in+@ -6 in+the -6 integrate -6 integrate+with -6 interesting -6
is+@ -6 know -6 knows -6 learn -6 learn+about -6 looks+great -6 me+how -6 me+on -6 me+please -6 monday -6 money -6
my+worklist -6 need+help -6 nobody -6 nobody+knows -6 on+@ -6 on+file -6 open -6 phone -6 please+to -6 prep+. -6
price+of -6 prospect -6 q -6 reason+@ -6 reckon -6 reckon+@ -6 say+@ -6 score+for -6 shall -6 someone -6 takes -6
that+@ -6 the+crm -6 the+demo -6 the+reason -6 the+reasons -6 the+security -6 them -6 they+say -6 to+b -6 to+primary
-6 today -6 today+. -6 tool -6 useful -6 very -6 way+to -6 we+already -6 we+compare -6 we+integrate -6 went -6
what+do -6 what+now -6 what+we -6 which+discount -6 which+question -6 work -6 work+with -6 worklist -6 worklist+. -6
you+reckon -6 's+missing -7 @+as -7 @+in -7 @+need -7 @+please -7 @+still -7 ^+and -7 ^+is -7 ^+someone -7 ^+todo -7
^+verdict -7 a+cfo -7 a+demo -7 anyone -7 asking -7 at+the -7 better -7 bring -7 bring+up -7 call+today -7 can+@ -7
can+do -7 check -7 come+. -7 day -7 day+. -7 decision -7 do+they -7 does+harbor -7 down+? -7 dynamics -7 evaluate -7
explain+the -7 far -7 file -7 for+me -7 form -7 group -7 group+? -7 guide -7 here -7 how+does -7 how+many -7
how+well -7 i+got -7 if+@ -7 info -7 it+. -7 keeps -7 keeps+asking -7 left+for -7 logistics -7 many -7 many+people
-7 me+everything -7 missing+for -7 next -7 our+answer -7 overview -7 said -7 say+me -7 sso -7 sure+about -7
the+company -7 the+score -7 the+verdict -7 thx -7 thx+. -7 time+? -7 to+our -7 todo -7 tomorrow+. -7 turn -7 turn+@
-7 verdict -7 verdict+on -7 we+a -7 we+have -7 we+should -7 well -7 well+does -7 what+could -7 with+me -7
with+netsuite -7 would+be -7 you+can -7 @+? -8 @+brief -8 @+do -8 @+looks -8 ^+do -8 ^+help -8 ^+ok -8 ^+ty -8
^+where -8 ^+yo -8 agree -8 agree+? -8 are+in -8 are+worth -8 ask+next -8 bant -8 be+asking -8 call+? -8 chase -8
could+@ -8 delete+@ -8 does+@ -8 employees+? -8 evaluate+stage -8 first -8 first+? -8 for+our -8 forget -8
had+budget -8 has+been -8 have+. -8 hosted -8 how+do -8 how+is -8 is+a -8 it+is -8 list+. -8 me+@ -8 me+is -8
missing -8 missing+. -8 my+day -8 netsuite+. -8 no+? -8 now+with -8 objection -8 ok -8 order -8 out -8 question+. -8
sales -8 say+about -8 score -8 seat -8 shall+i -8 so -8 somebody+we -8 sort -8 sort+of -8 team+. -8 the+answers -8
the+data -8 the+next -8 they+need -8 tier -8 ty -8 ty+. -8 urgent -8 we+still -8 where -8 work+. -8 y -8 yo -8
you+are -8 's+verdict -9 @+and -9 ^+discount -9 ^+passt -9 ^+roi -9 ^+thx -9 ^+you -9 am+not -9 and+@ -9 answer+to
-9 discount -9 discount+for -9 down+. -9 dynamics+. -9 for+# -9 i+tell -9 leads -9 link -9 me+my -9 most+promising
-9 next+? -9 of+@ -9 status -9 stored -9 tell+them -9 thx+a -9 uns -9 uns+? -9 uses -9 what+next -9 where+does -9
worth+calling -9 zu -9 zu+uns -9 's+score -10 @+would -10 ^+any -10 ^+anything -10 ^+would -10 against+@ -10 buy -10
data -10 discount+. -10 evaluate+@ -10 hipaa -10 how+@ -10 i+chase -10 i+see -10 know+what -10 objections -10 one+@
-10 right+? -10 see+the -10 signs+the -10 support -10 team -10 to+move -10 we+support -10 what+questions -10
who+signs -10 works -10 's+wrong -11 @+for -11 @+info -11 @+match -11 @+out -11 ^+all -11 ^+forget -11 ^+got -11
^+hello -11 ^+hot -11 ^+on -11 awesome -11 best -11 bot -11 decision+. -11 demo+. -11 for+vp -11 friday -11 friday+.
-11 go+for -11 handle -11 hello -11 how+'s -11 is+the -11 is+this -11 me+a -11 miss -11 next+. -11 not+know -11
reasons -11 save -11 see -11 suitable -11 think+of -11 this+bot -11 to+@ -11 vp+marketing -11 was -11 would+help -11
wrong -11 wrong+with -11 @+so -12 ^+does -12 ^+open -12 against -12 be+a -12 because -12 bye -12 bye+. -12 deck+.
-12 explain+@ -12 forecast -12 here+. -12 move -12 n -12 one+. -12 possible -12 show+@ -12 system -12 to+call -12
verdict+. -12 we+handle -12 yet -12 ceo -13 first+. -13 good+question -13 knowledge -13 match -13 meddic -13 most
-13 of+ours -13 ours -13 ours+. -13 out+. -13 pitch -13 promising -13 rating -13 score+@ -13 #+k -14 's+@ -14 's+in
-14 after+@ -14 behind -14 can+we -14 low -14 number -14 of+the -14 options -14 our+data -14 our+kind -14 overview+.
-14 summary -14 the+best -14 the+most -14 @+down -15 @+our -15 ^+cheers -15 boston -15 boston+. -15 call+. -15
cheers -15 deals -15 happen -15 hot -15 k -15 pricing+? -15 priority -15 reps -15 something -15 the+customer -15
you+. -15 answers -16 behind+@ -16 blue -16 fedramp -16 fedramp+. -16 important -16 last -16 most+important -16
on+fedramp -16 quick+one -16 something+for -16 the+ceo -16 what+about -16 where+are -16 's+next -17 correspond -17
facts -17 lose -17 reasoning -17 the+reasoning -17 which+one -17 would+@ -17 ^+have -18 are+you -18 decides+at -18
k+. -18 lunch -18 must -18 which+account -18 hot+. -19 notes -19 onboarding -19 that+i -19 want+@ -19 wanted -19
am+i -20 is+your -20 you+know -20 @+an -21 @+be -21 are+my -21 breakdown -21 like+@ -21 prospects -21 we+with -21
in+icp -22 instructions -22 love -22 priorities -22 match+our -23 onboarding+look -23 report -23 which+answers -23
@+icp -24 ^+was -24 ^+are -25 fit+our -25 missing+on -25 who+am -26 won -26 check+if -28 makes+@ -28 que -28 reach
-28 in+our -30 mean -30 passt -30 @+look -32 what+must -34 buyer -35 position -35 soc2 -39 competitors -49
""",
    "help": """
do+. 50 you+do 50 are+you 48 need+help 42 help 41 here 41 here+. 41 i+use 41 use+this 41 bot 40 this+bot 40 what+can
39 do+for 38 instructions 37 you+. 37 ^+help 36 ask+you 36 else+can 36 does+this 35 you+know 34 work+. 33 can+do 32
help+. 32 what+questions 32 you+can 32 can+i 30 hi+there 29 this+work 29 how+can 28 is+this 28 you+help 27 do+you 26
me+? 26 works 26 it+that 25 not+know 24 of+things 24 options 24 able 23 able+to 23 am+not 23 show+me 23 you+able 23
ask+. 22 to+do 22 this 20 ^+show 19 i+ask 19 you+explain 19 do+? 18 how+do 18 what+are 18 not+sure 17 what+you 17
can 16 how+does 16 sort+of 16 use 16 know+what 15 please+. 15 you 15 am+new 14 here+what 14 i+do 14 me+with 14
new+here 14 things 14 this+. 14 to+answer 14 work 14 can+you 13 show 13 sure 13 i+need 12 what+to 12 thing 11
who+are 11 for+me 10 questions 10 sort 10 you+? 10 know 9 help+me 7 ask 6 .+what -6 @+. -6 @+at -6 @+fits -6 @+get
-6 @+i -6 @+our -6 @+to -6 ^+@ -6 ^+demo -6 ^+do -6 ^+great -6 ^+perfect -6 ^+score -6 ^+summary -6 ^+top -6 ^+y -6
a+? -6 a+vp -6 accounts+. -6 around -6 ask+to -6 asked+me -6 away -6 away+from -6 back -6 been -6 briefing -6 by -6
call+. -6 calling -6 care -6 care+about -6 ceo -6 deck -6 do+they -6 do+we -6 email -6 everything -6 far -6 fedramp
-6 fedramp+. -6 fill -6 first+. -6 fits -6 forecast -6 got -6 got+@ -6 great -6 handle -6 happen -6 has+a -6 i+send
-6 i+think -6 into+@ -6 is+a -6 is+the -6 know+about -6 like -6 me+if -6 me+what -6 missing+. -6 missing+for -6
most+promising -6 netsuite -6 nice -6 no+idea -6 not+we -6 now+what -6 objections -6 on+fedramp -6 one -6
open+questions -6 order -6 out -6 out+@ -6 perfect+thank -6 phone -6 pilot -6 prep+. -6 questions+@ -6 questions+for
-6 reasons -6 reasons+? -6 record -6 send+. -6 something+for -6 sso -6 summary+of -6 takes -6 team+. -6 tell+them -6
the -6 the+ceo -6 the+demo -6 the+most -6 the+next -6 their -6 them+. -6 this+afternoon -6 though -6 though+. -6 thx
-6 thx+. -6 tier+a -6 to+@ -6 top+# -6 use+hubspot -6 uses+hubspot -6 want+. -6 we+know -6 we+still -6 we+with -6
what+'s -6 what+does -6 what+makes -6 what+now -6 whether -6 whether+@ -6 why+do -6 work+with -6 y -6 you+put -6
your -6 's+cfo -7 's+verdict -7 @+? -7 @+can -7 @+so -7 ^+and -7 ^+nice -7 ^+set -7 ^+talking -7 ^+todo -7 ^+update
-7 ^+where -7 about+@ -7 add -7 against+@ -7 ask+them -7 at+the -7 bant -7 behind -7 call+@ -7 can+we -7 cfos+care
-7 compare -7 compare+to -7 cro+. -7 customers+are -7 discount+for -7 do+cfos -7 does+harbor -7 down -7 down+? -7
evaluate+stage -7 excel -7 excel+. -7 fits+. -7 for+# -7 forecasting -7 get+ready -7 hipaa -7 left -7 list -7
me+everything -7 me+on -7 next+. -7 no+? -7 of+@ -7 of+companies -7 of+the -7 onboarding+look -7 our -7 perfect -7
please+? -7 say+@ -7 score -7 show+my -7 still+fit -7 support -7 the+verdict -7 their+cro -7 think+it -7 to+b -7
to+primary -7 todo -7 urgent -7 useful -7 verdict -7 very -7 we+compare -7 we+support -7 went -7 what+could -7 where
-7 which+account -7 which+customers -7 who+we -7 with+me -7 you+are -7 you+say -7 #+what -8 's+wrong -8 @+become -8
@+still -8 ^+any -8 ^+are -8 ^+ok -8 ^+thank -8 ^+ty -8 ^+you -8 afternoon -8 again -8 against -8 better -8 budget+?
-8 by+@ -8 check+@ -8 come+. -8 correspond -8 customers -8 customers+. -8 decides+at -8 delete+@ -8 demo+. -8
discount+. -8 dynamics -8 explain+@ -8 explain+why -8 forget -8 get+to -8 good+one -8 handle+the -8 has+been -8
have+on -8 how+'s -8 i+get -8 icp -8 icp+. -8 info -8 it+. -8 it+go -8 keep+@ -8 last -8 makes+@ -8 missing+on -8
my+day -8 my+worklist -8 netsuite+. -8 ok -8 one+. -8 rated -8 right+? -8 sales -8 say+about -8 seat -8 status -8
suitable -8 team -8 that+verdict -8 think -8 thx+a -8 time+? -8 to+move -8 to+that -8 ty -8 ty+. -8 we+not -8
what+should -8 with+netsuite -8 worklist -8 worklist+. -8 wrong -8 wrong+with -8 you+ask -8 you+give -8 you+send -8
@+and -9 ^+all -9 ^+discount -9 ^+have -9 ^+passt -9 ^+thx -9 ^+verdict -9 ^+yo -9 a+customer -9 actually -9 and+@
-9 bad -9 decide -9 discount -9 does+the -9 down+. -9 had+budget -9 how+is -9 i+start -9 leads -9 like+@ -9
logistics -9 me+please -9 most -9 next+? -9 not+get -9 now+with -9 overview -9 prepare -9 priority -9 reach -9
security+overview -9 thank -9 thank+you -9 that+score -9 the+security -9 think+of -9 tier -9 uns -9 uns+? -9 uses -9
verdict+for -9 we+actually -9 what+must -9 what+next -9 worth+calling -9 would+@ -9 yo -9 you+check -9 you+think -9
zu -9 zu+uns -9 #+k -10 's+score -10 ^+our -10 ^+roi -10 anyone -10 asking -10 because -10 boston -10 boston+. -10
buy -10 client -10 client+? -10 competitors -10 day -10 day+. -10 disqualified+? -10 dynamics+. -10 else+do -10
employees+? -10 evaluate -10 explain+the -10 for+your -10 hi+. -10 how+many -10 is+? -10 it+is -10 link -10 many -10
me+the -10 miss -10 move -10 my+list -10 of+company -10 qualify -10 save -10 score+@ -10 so -10 tomorrow+. -10
verdict+. -10 yet -10 you+evaluate -10 your+help -10 's+@ -11 's+in -11 @+an -11 @+for -11 @+got -11 @+out -11
@+please -11 ^+anything -11 ^+forget -11 ^+hello -11 ^+hot -11 behind+@ -11 best -11 briefing+please -11 colleagues
-11 data -11 fika+how -11 fits+? -11 hello -11 hot -11 hot+. -11 i+tell -11 many+people -11 me+a -11 me+how -11
objection -11 one+@ -11 pitch -11 say+me -11 system -11 understand+why -11 where+does -11 which+answers -11 's+next
-12 ^+got -12 ^+on -12 are+the -12 are+we -12 awesome -12 deck+. -12 friday -12 friday+. -12 must -12 number -12
promising -12 to+decide -12 was -12 @+down -13 ^+hey -13 ^+icp -13 ^+open -13 ^+questions -13 am+i -13 bye -13 bye+.
-13 can+@ -13 hey -13 k -13 knowledge -13 list+. -13 out+. -13 qualify+@ -13 said -13 the+answers -13 the+icp -13
the+pilot -13 turn -13 turn+@ -13 ^+target -14 discount+can -14 i+give -14 lose -14 pricing+? -14 profile -14
which+one -14 ^+explain -15 ask+next -15 buyer -15 deals -15 facts -15 summary -15 @+brief -16 ^+cheers -16
about+the -16 cheers -16 i+see -16 k+. -16 keeps -16 keeps+asking -16 low -16 overview+. -16 see+the -16 the+best
-16 think+about -16 @+info -17 how+@ -17 me+my -17 pilot+work -17 they+need -17 what+about -17 won -17 you+show -17
answers -18 evaluate+@ -18 left+for -18 lunch -18 meddic -18 position -18 see -18 blue -19 is+your -19 me+our -19
notes -19 reasoning -19 that+i -19 the+reasoning -19 harbor -20 show+@ -20 who+am -21 love -22 me+@ -22 rating -22
priorities -23 report -23 reps -23 ^+was -24 mean -24 que -24 prospects -26 soc2 -26 would+help -26 are+our -27
me+prepare -27 breakdown -28 the+customer -30 passt -31 how+are -34
""",
    "greeting": """
thanks 57 thanks+. 47 very 43 ^+good 41 ^+thanks 41 ^+hey 40 great 40 hey 40 ^+cheers 39 ^+yo 39 cheers 39 yo 39
^+thank 38 thanks+that 38 tomorrow+. 38 ^+you 37 nice 37 thank 37 thank+you 37 thx+a 37 ^+have 36 ^+hello 36 hello
36 you+are 36 awesome 35 friday 35 friday+. 35 hi+. 35 thx 35 ^+that 34 for+your 34 how+are 34 love 34 your+help 34
bye 33 bye+. 33 evening 33 evening+. 33 k+. 33 morning+. 33 ^+thx 32 see 31 's+all 30 ^+hi 30 ^+nice 30 ^+ty 30 hi
30 ty 30 ty+. 30 useful 29 ^+morning 28 ^+ok 27 helpful 27 ok 27 so+much 27 weekend 27 weekend+. 27 fika 26 fika+.
26 there+. 26 fika+how 25 team+. 25 thanks+a 25 very+much 25 you+very 25 k 24 morning 24 one+. 24 thx+. 24 a+great
23 that+'s 23 ^+great 22 afternoon 22 ^+perfect 21 perfect+thank 21 cool 20 for+today 20 good+morning 20 hello+there
20 you+fika 20 's+it 19 it+going 19 a+lot 18 lot 18 lot+. 18 good+one 17 it+. 17 you+. 17 the+best 16 hi+fika 15
much 15 tomorrow 15 are+a 14 morning+fika 14 perfect 14 really 13 much+. 12 you+? 12 have+a 11 are+the 10 have+been
10 team 9 until 9 good 8 best 7 million 7 all 6 are+you 6 going 6 it 6 's+the -6 's+verdict -6 @ -6 @+at -6
@+disqualified -6 @+got -6 @+on -6 @+our -6 @+please -6 @+thoughts -6 @+to -6 ^+can -6 ^+cheat -6 ^+give -6 ^+had -6
^+is -6 ^+our -6 ^+questions -6 ^+tell -6 ^+what -6 ^+who -6 ^+would -6 ^+y -6 a+security -6 a+series -6 accounts+.
-6 against -6 answer+to -6 at -6 back -6 better -6 calc -6 call+. -6 can+i -6 can+we -6 ceo -6 cfo+of -6 cheat -6
cheat+sheet -6 come+. -6 competitors -6 contact -6 customers -6 deals -6 delete -6 discount+for -6 do+they -6 do+you
-6 down -6 down+? -6 drop -6 evaluate -6 expensive+. -6 fedramp -6 fedramp+. -6 fit+@ -6 for+# -6 for+? -6 for+a -6
for+me -6 for+solo -6 forecast -6 forecasting -6 forget+what -6 have+one -6 hipaa -6 i+learned -6 if+they -6 into+@
-6 is -6 is+a -6 is+the -6 it+be -6 just+raised -6 learned -6 left+for -6 like -6 looking -6 makes+@ -6 many+people
-6 me+. -6 me+on -6 me+the -6 min -6 missing+. -6 monday -6 my+list -6 my+worklist -6 next -6 no+? -6 of -6 of+@ -6
on+fedramp -6 on+paper -6 onboarding+look -6 open -6 open+questions -6 order -6 our+data -6 out -6 paper -6 pitch -6
plan -6 plumbers+. -6 points -6 profile+? -6 questions+@ -6 raised -6 raised+a -6 roi+calc -6 saas+. -6 score -6
series -6 series+b -6 sfdc -6 someone -6 takes -6 tell+me -6 tell+them -6 the+ceo -6 the+demo -6 the+icp -6 they+fit
-6 time -6 turn -6 turn+@ -6 urgent -6 verdict -6 way+to -6 what -6 what+could -6 what+makes -6 what+next -6 what+we
-6 which -6 who -6 with+netsuite -6 work+with -6 worklist -6 worklist+. -6 's+cfo -7 .+do -7 @+fits -7 @+for -7
@+tomorrow -7 ^+@ -7 ^+fika -7 ^+hq -7 ^+send -7 ^+someone -7 ^+where -7 a+demo -7 against+@ -7 ask+next -7 away -7
away+from -7 briefing -7 customers+are -7 data -7 deadline -7 decides+at -7 decision+. -7 deck -7 definition -7 demo
-7 explain+@ -7 fits -7 good+customer -7 guide -7 have+we -7 here+. -7 how+is -7 how+much -7 hq -7 i+tell -7 i+think
-7 industry -7 industry+? -7 info -7 know+what -7 last -7 list+. -7 looks+great -7 miss -7 n -7 netsuite+. -7
objections -7 on+friday -7 options -7 please -7 prep+. -7 reach -7 reasoning -7 say+@ -7 show+@ -7 the+crm -7
the+customer -7 the+reasoning -7 the+verdict -7 they+need -7 though -7 though+. -7 time+? -7 to+move -7 what+'s -7
where -7 where+are -7 which+customers -7 with+me -7 wondering -7 wondering+whether -7 worth+it -7 y -7 's+wrong -8
@+are -8 @+brief -8 @+even -8 ^+and -8 ^+score -8 ^+verdict -8 are+my -8 are+we -8 bad -8 behind -8 bot -8 client -8
client+? -8 delete+@ -8 discount -8 dynamics -8 evaluate+@ -8 evaluate+stage -8 fika+does -8 great+to -8 had+budget
-8 has+been -8 how+@ -8 me+if -8 objection -8 of+company -8 overview -8 question+. -8 show -8 support -8 think+it -8
this+bot -8 we+support -8 we+with -8 what+must -8 what+questions -8 which+account -8 work+. -8 worth+calling -8
wrong -8 wrong+with -8 @+just -9 @+out -9 ^+any -9 ^+best -9 ^+briefing -9 ^+discount -9 ^+hot -9 ^+icp -9 ^+passt
-9 ^+show -9 am+i -9 anyone -9 bant -9 before+lunch -9 boston -9 boston+. -9 bring -9 bring+up -9 correspond -9
email -9 explain -9 fits+. -9 forget -9 hot -9 i+start -9 i+use -9 is+# -9 is+this -9 most -9 much+is -9 please+. -9
profile -9 reps -9 right+? -9 say+that -9 software -9 uns -9 uns+? -9 use+this -9 wanted -9 we+a -9 went -9 what+is
-9 works -9 zu -9 zu+uns -9 's+next -10 .+@ -10 @+still -10 ^+anything -10 ^+are -10 ^+roi -10 a+customer -10 and+@
-10 demo+. -10 discount+. -10 down+. -10 dynamics+. -10 employees+? -10 good+question -10 hi+there -10 hot+. -10
leads -10 link -10 logistics -10 me+a -10 move -10 need+help -10 priority -10 promising -10 score+@ -10 show+me -10
status -10 system -10 tier -10 would+@ -10 's+score -11 ^+todo -11 and+tell -11 because -11 behind+@ -11 buyer -11
can+@ -11 like+@ -11 money -11 number -11 out+. -11 seat -11 todo -11 uses -11 would+help -11 @+and -12 @+down -12
^+on -12 answers -12 but+why -12 deck+. -12 rating -12 save -12 verdict+. -12 what+are -12 @+an -13 ^+explain -13
^+forget -13 ^+target -13 are+our -13 buy -13 knowledge -13 lose -13 meddic -13 position -13 the+answers -13 's+@
-14 's+in -14 @+info -14 ^+demo -14 ^+help -14 must -14 pricing+? -14 where+does -14 ^+open -15 priorities -15
what+about -15 which+answers -15 won -15 is+your -16 prospects -16 sales -16 summary -16 who+am -16 asap -17 low -17
my+day -17 overview+. -17 what+now -17 you+know -17 ^+all -18 facts -18 harbor -18 i+see -18 see+the -18 who+are -18
blue -19 breakdown -19 that+i -19 instructions -20 mean -20 notes -20 report -22 lunch -23 que -24 now+with -25
^+was -28 soc2 -28 passt -29 which+one -29 #+k -39 one+@ -45
""",
    "open_question": """
position 62 team 62 buyer 59 discount 57 forecast 53 soc2 53 a+cfo 51 for+solo 51 pilot 51 about+the 49 i+say 49
handle+the 48 right+? 48 ceo 47 our+data 47 a+cro 46 i+send 45 implementation 45 the+pilot 45 they+say 45 i+tell 44
objection 44 tell+them 44 the+ceo 44 competitors 42 send 42 cost+. 40 objections 40 pricing+? 40 report 40 trial+.
40 ^+any 39 ^+explain 39 built 39 decides+at 39 how+much 39 on+salesforce 39 security 39 the+customer 39 the+roi 39
the+security 39 there+a 39 a+security 38 they+want 38 ^+discount 37 cfo+says 37 compare 37 compare+to 37 dashboard
37 forecasting 37 know+what 37 onboarding+look 37 say+. 37 we+compare 37 data 36 discount+for 36 for+# 36 mean 36
cost 35 how+long 35 long 35 pitch 35 solo 35 cfos 34 gdpr 34 handle 34 if+they 34 pilot+work 34 price 34 setup 34
with+netsuite 34 cost+? 33 dashboard+? 33 discount+can 33 i+give 33 integrate 33 integrate+with 33 much+is 33
onboarding 33 product 33 security+? 33 usually 33 we+integrate 33 's+our 32 already+have 32 hipaa 32 says 32 send+a
32 setup+? 32 signs+the 32 the+setup 32 what+does 32 who+signs 32 cro+. 31 the+price 31 they+already 31 trial 31
^+roi 30 cfos+care 30 do+cfos 30 is+the 30 link 30 long+is 30 lose 30 too 30 ^+send 29 deck 29 does+harbor 29
gap+for 29 have+. 29 says+no 29 when 29 ^+do 28 are+the 28 dynamics 28 hosted 28 out+. 28 sso 28 the+data 28
when+they 28 say 27 say+they 27 themselves 27 themselves+? 27 we+handle 27 a+pilot 26 a+vp 26 costs 26 dynamics+. 26
is+there 26 long+does 26 min 26 of+the 26 say+when 26 send+me 26 until 26 can+we 25 costs+the 25 deck+. 25
evaluate+stage 25 in+the 25 keeps 25 keeps+asking 25 pricing 25 seat 25 send+. 25 solo+? 25 stored 25 support 25
we+support 25 anyone 24 expensive 24 free+trial 24 netsuite 24 price+of 24 salesforce 24 the+contract 24 the+first
24 too+expensive 24 what+now 24 a+bi 23 after+the 23 bi 23 care 23 care+about 23 fedramp 23 fedramp+. 23 on+fedramp
23 we+say 23 which+discount 23 's+in 22 any+case 22 bi+dashboard 22 deals 22 does+it 22 expensive+. 22 industry 22
industry+? 22 is+setup 22 right 22 security+overview 22 setup+. 22 the+implementation 22 customers+. 21 does+a 21
for+vp 21 is+in 21 much 21 of+team 21 our+answer 21 roi 21 saas+. 21 time+? 21 vp+marketing 21 you+send 21 ^+are 20
a+case 20 calc 20 decides 20 house 20 in+house 20 roi+calc 20 ^+price 19 answer+to 19 azure+. 19 can+send 19 explain
19 for+cfos 19 have+a 19 i+can 19 signs 19 software 19 we+a 19 who+is 19 @+on 18 a+deck 18 add 18 case+study 18
harbor+team 18 i+find 18 implementation+take 18 like+. 18 netsuite+. 18 roi+calculator 18 study 18 take 18 that+the
18 vp 18 ^+our 17 a+demo 17 about+security 17 already 17 calculator 17 demo+. 17 form 17 how+do 17 log+a 17 ^+which
16 are+our 16 can+i 16 evaluate 16 is+a 16 its 16 order 16 time+. 16 we+are 16 .+what 15 ^+customer 15 after 15 are
15 case 15 deck+for 15 discount+. 15 for+hospitals 15 hospitals 15 much+costs 15 send+to 15 spreadsheets 15
spreadsheets+. 15 study+about 15 take+. 15 tell 15 why+do 15 will 15 work+with 15 you+know 15 a+free 14 about+. 14
asking 14 do+we 14 have+we 14 now+? 14 possible 14 team+and 14 that+they 14 the+difference 14 time 14 ^+have 13 any
13 anything+i 13 cfo+. 13 excel 13 excel+. 13 for+the 13 is+too 13 marketing 13 me+whether 13 no+money 13 out 13
sheet+. 13 what+is 13 which 13 who 13 do+i 12 expensive+? 12 gong 12 it+go 12 the+budget 12 we+have 12 yr 12 ? 11
^+passt 11 a+prospect 11 azure 11 does+the 11 for+plumbers 11 got+a 11 offer 11 plumbers 11 reasons 11 say+about 11
there+anything 11 this+yr 11 uns 11 uns+? 11 zu 11 zu+uns 11 ^+who 10 about+data 10 answer 10 cfo 10 cro 10 does 10
free 10 needs 10 of+marketing 10 to+a 10 to+the 10 use+a 10 vp+of 10 who+are 10 ^+how 9 at+@ 9 can 9 contract 9
for+a 9 is+our 9 look+like 9 stage 9 the 9 where+are 9 between 8 hipaa+. 8 hubspot+. 8 our 8 prospect+asked 8
the+cfo 8 the+crm 8 the+most 8 there 8 we 8 #+employees 7 ^+can 7 ^+is 7 ^+the 7 demo 7 first+? 7 has+# 7 how 7
overview 7 study+for 7 takes 7 to+send 7 with+the 7 ^+where 6 asked+me 6 budget+this 6 company 6 employees 6
first+call 6 have+no 6 i+could 6 like+? 6 me+the 6 options 6 saas 6 they 6 what+'s 6 's+on -6 's+the -6 @ -6 @+into
-6 @+just -6 @+not -6 @+please -6 @+right -6 @+should -6 ^+cheat -6 ^+could -6 ^+for -6 ^+give -6 ^+hey -6 ^+nice -6
^+verdict -6 a+checklist -6 a+fit -6 a+way -6 able -6 able+to -6 accounts -6 accounts+. -6 accounts+are -6 am -6
any+point -6 attention -6 attention+. -6 back -6 by+@ -6 change+at -6 change+the -6 chase -6 cheat -6 cheat+sheet -6
checklist -6 checklist+for -6 clinics+. -6 continue -6 could+not -6 counts -6 cro+is -6 cto -6 customer+looks -6 day
-6 day+. -6 decision+maker -6 delete+@ -6 discovery+on -6 disqualified -6 do+. -6 do+for -6 does+@ -6 does+not -6
drop -6 far -6 far+is -6 find+out -6 fit -6 fit+. -6 fit+us -6 for+me -6 for+us -6 gap+no -6 get+@ -6 get+a -6 has+a
-6 heads -6 hello+there -6 hey -6 hi+. -6 how+can -6 how+come -6 how+could -6 how+far -6 i+got -6 i+have -6 i+spend
-6 icp+. -6 into+@ -6 is+it -6 is+not -6 it+a -6 its+# -6 left+to -6 list -6 looks+like -6 maker -6 maybe -6 me+? -6
me+on -6 me+our -6 me+what -6 monday+. -6 morning -6 my+attention -6 need -6 need+. -6 need+attention -6 need+for -6
need+from -6 need+help -6 no+idea -6 not+fit -6 note+a -6 on+paper -6 or+drop -6 out+@ -6 paper -6 point -6 point+in
-6 practice -6 prep+. -6 questions+are -6 questions+on -6 run+the -6 score+for -6 sedation -6 show+@ -6 small -6
something+for -6 spend+my -6 still -6 the+@ -6 the+best -6 them+. -6 they+use -6 things -6 think+@ -6 think+it -6
though -6 though+. -6 thx -6 thx+. -6 to+? -6 to+an -6 to+b -6 to+primary -6 today -6 today+. -6 together -6 us+? -6
very+much -6 we+can -6 we+need -6 we+start -6 what+our -6 with+@ -6 worth+chasing -6 worth+my -6 worth+pursuing -6
would+it -6 you+able -6 you+ask -6 you+do -6 you+tell -6 you+very -6 yr+. -6 's+missing -7 's+stopping -7 .+@ -7 @+.
-7 @+becomes -7 @+brief -7 @+for -7 @+from -7 @+had -7 @+is -7 @+look -7 @+score -7 @+to -7 ^+best -7 ^+icp -7
^+todo -7 ^+y -7 a+budget -7 a+few -7 again -7 agree -7 agree+? -7 an -7 an+a -7 and+tell -7 are+missing -7
are+working -7 around -7 ask+the -7 ask+them -7 becomes -7 been -7 being -7 boss -7 competitor -7 competitor+has -7
contact -7 could+use -7 dental -7 disqualified+. -7 employees+. -7 few -7 find+a -7 fit+? -7 for+what -7 forget+what
-7 from+@ -7 from+being -7 have+about -7 help -7 how+are -7 how+would -7 i+ask -7 i+chase -7 i+work -7
ideal+customer -7 if+@ -7 info -7 is+? -7 know -7 lack -7 learn -7 learn+about -7 line -7 looks -7 missing+for -7
monday -7 my -7 my+list -7 my+plate -7 my+time -7 next -7 off+. -7 on+. -7 on+@ -7 on+prem -7 one -7 open -7
our+ideal -7 our+product -7 our+target -7 people+. -7 plate -7 please -7 prem -7 prioritize -7 product+? -7 q+for -7
qualifies+. -7 reason -7 reasons+for -7 record -7 rfp -7 right+now -7 salesforce+. -7 score+. -7 sell -7 sell+to -7
sfdc -7 sort -7 status -7 still+fit -7 stopping -7 stopping+@ -7 that+@ -7 that+score -7 the+line -7 the+reasons -7
the+us -7 there+'s -7 there+. -7 there+any -7 there+is -7 they+fit -7 think -7 think+about -7 tier+b -7 to+answer -7
to+call -7 to+decide -7 to+fit -7 todo -7 up+with -7 use+hubspot -7 uses+hubspot -7 verdict+for -7 verdict+on -7
we+know -7 we+sell -7 what+we -7 whether+@ -7 which+accounts -7 who+we -7 why+? -7 y -7 y+is -7 yet -7 you -7
you+show -7 your+opinion -7 's+verdict -8 .+do -8 @+'s -8 @+still -8 @+together -8 ^+and -8 ^+gap -8 ^+please -8
^+show -8 ^+ty -8 ^+worth -8 a+no -8 account -8 am+not -8 and+@ -8 anything+left -8 are+worth -8 ask+. -8 bant -8
before+lunch -8 briefing+on -8 buy+stage -8 can+do -8 could+i -8 cro+decides -8 deadline -8 decide -8 do+not -8
do+you -8 gap+nobody -8 gap+nothing -8 good -8 happen -8 have+# -8 have+any -8 headcount -8 ideal -8 information -8
information+do -8 is+# -8 is+known -8 it+is -8 know+about -8 know+if -8 known -8 known+about -8 knows -8 left -8
log+that -8 makes+@ -8 me+. -8 me+is -8 missing+on -8 my+day -8 negative -8 nobody -8 nobody+knows -8 please+. -8
please+? -8 pulled -8 pulled+it -8 qualified -8 qualify+. -8 rated -8 really+need -8 retail -8 sales -8 says+@ -8
sfdc+. -8 sort+of -8 target+? -8 that+we -8 the+score -8 they+still -8 this+. -8 to+move -8 tomorrow+. -8 ty -8 ty+.
-8 useful -8 verdict -8 waste -8 we+really -8 went -8 what+information -8 what+pulled -8 who+should -8 will+not -8
you+can -8 you+explain -8 your -8 @+? -9 @+disqualified -9 @+qualifies -9 ^+all -9 ^+cro -9 ^+hello -9 ^+ok -9
^+update -9 ^+yo -9 about+@ -9 as -9 ask+to -9 at+the -9 best -9 business -9 calling -9 come+. -9 cro+at -9 do+? -9
explain+to -9 fintech -9 fits+. -9 for+our -9 forget -9 found -9 from+. -9 german -9 get+to -9 good+? -9 got+@ -9
group -9 group+? -9 harbor -9 hello -9 hi+there -9 i+be -9 icp -9 is+missing -9 it+. -9 it+that -9 me+if -9
negative+icp -9 new -9 next+. -9 nothing -9 nothing+on -9 number -9 of+@ -9 ok -9 on+my -9 one+@ -9 open+for -9
our+negative -9 pager+for -9 qualifies -9 reason+@ -9 said -9 shall+i -9 spanish -9 to+. -9 today+? -9 very -9
we+looking -9 we+should -9 what+have -9 where+should -9 which+companies -9 who+'s -9 would+@ -9 yo -9 you+evaluate
-9 @+got -10 @+have -10 ^+help -10 ^+thx -10 a+good -10 a+great -10 actually -10 awesome -10 better -10 budget+? -10
colleagues -10 did+@ -10 does+our -10 down -10 down+. -10 first+. -10 had+budget -10 has+been -10 here -10 honest
-10 i+get -10 in+spanish -10 me+how -10 missing+a -10 not+have -10 of+companies -10 on+azure -10 please+log -10
profile -10 reasons+? -10 show+me -10 the+icp -10 the+verdict -10 thing -10 thx+a -10 tier -10 tier+a -10 true -10
version -10 we+actually -10 we+get -10 weekend -10 weekend+. -10 what+are -10 what+could -10 what+next -10 you+? -10
@+fits -11 @+info -11 ^+forget -11 ^+has -11 a+cbct -11 ask+next -11 away -11 away+from -11 cbct -11 companies -11
content -11 customer+? -11 decision+. -11 definition -11 discovery+call -11 down+? -11 fits+? -11 folks -11
found+out -11 go+after -11 how+'s -11 i+do -11 know+on -11 leads -11 left+for -11 list+. -11 meddic -11 no+case -11
out+at -11 say+me -11 target -11 the+company -11 the+demo -11 the+next -11 through+@ -11 to+@ -11 to+do -11 we+go
-11 what+must -11 with+me -11 's+no -12 's+score -12 @+an -12 @+at -12 @+get -12 @+need -12 ^+open -12 bad -12 bring
-12 bring+up -12 buy -12 can+@ -12 correspond -12 friday -12 friday+. -12 have+on -12 important -12 in+or -12 keep+@
-12 looking -12 me+a -12 most+important -12 move -12 next+? -12 not+know -12 or+out -12 phone -12 selling -12
selling+to -12 the+reason -12 this+work -12 three -12 urgent -12 version+of -12 we+target -12 which+question -12
worth+calling -12 you+. -12 you+say -12 's+wrong -13 ^+good -13 ^+missing -13 ^+reasons -13 avoid -13 avoid+. -13
bye -13 bye+. -13 cto+. -13 i+start -13 icp+? -13 is+saas -13 looking+for -13 missing -13 must -13 no+? -13 office
-13 office+manager -13 our+icp -13 profile+? -13 score -13 see -13 spanish+. -13 the+office -13 to+me -13 want+@ -13
we+avoid -13 who+do -13 wrong -13 wrong+with -13 ^+hot -14 ^+there -14 ^+we -14 a+customer -14 are+we -14 call+. -14
customer+look -14 does+this -14 logistics -14 perfect -14 prep+for -14 reasoning -14 summary -14 target+. -14
the+reasoning -14 verdict+. -14 was -14 we+do -14 we+not -14 we+want -14 ^+cheers -15 are+you -15 ask+you -15 cheers
-15 companies+are -15 customers+are -15 decision -15 deserves -15 evaluate+@ -15 explain+the -15 here+. -15
hospitals+. -15 how+@ -15 is+this -15 missing+. -15 one+. -15 points -15 reps -15 say+@ -15 suitable -15 the+answers
-15 the+decision -15 want+. -15 you+log -15 's+cfo -16 @+down -16 ^+on -16 a+? -16 account+look -16 any+chance -16
be+asking -16 bot -16 cfos+. -16 chance -16 client -16 client+? -16 do+they -16 good+one -16 i+use -16 like+for -16
manager -16 priorities -16 they+need -16 think+of -16 this+bot -16 use+this -16 uses -16 @+our -17 ^+target -17
behind -17 hot -17 instructions -17 low -17 my+manager -17 page -17 pricing+page -17 priority -17 prospects -17 turn
-17 turn+@ -17 which+account -17 which+customers -17 which+deals -17 works -17 would+help -17 write -17 #+k -18
facts -18 good+customer -18 k -18 most+promising -18 now+with -18 reach -18 you+are -18 's+@ -19 are+my -19 behind+@
-19 breakdown -19 cfo+decides -19 content+gap -19 so -19 what+questions -19 boston -20 boston+. -20 is+nothing -20
last -20 plumbers+. -20 rating -20 system -20 's+next -21 against+@ -21 are+in -21 hot+. -21 i+see -21 k+. -21 love
-21 see+the -21 snowflake -21 snowflake+. -21 that+i -21 @+and -22 ^+you -22 answers -22 afternoon -23 lunch -23
promising -23 ^+someone -24 am+i -24 miss -24 of+company -24 email -25 where+does -25 which+one -25 what+about -26
employees+? -27 in+@ -28 we+with -28 ^+was -29 file -29 for+? -29 many+people -29 que -29 save -29 is+your -30
score+@ -30 won -30 knowledge -31 like+@ -32 because -33 explain+@ -34 which+answers -34 who+am -34 notes -36 @+out
-40 blue -44
""",
    "unknown": """
uses 64 que 63 ask+me 60 is+primary 58 #+k 57 ^+was 57 buy 55 ^+set 54 knowledge 52 me+a 51 said 51 meddic 50 number
50 won 50 last 49 sales 49 system 48 they+would 48 the+questions 47 ^+we 46 bant 46 harbor 45 qualification+for 45
^+budget 44 ^+qualify 44 ^+start 44 competitor 44 saas+us 44 set 44 ^+missing 43 are+working 43 please+log 43
run+the 43 heads 42 heard 42 interview+me 42 maybe 42 people+they 42 qualification 42 sfdc 42 ^+they 41 boston 41
boston+. 41 discovery 41 gap+missing 41 i+think 41 interview 41 is+# 41 plumbers+. 41 qualify+@ 41 @+will 40 ^+ask
40 ^+no 40 blue 40 low 40 might 40 we+do 40 ^+new 39 discovery+on 39 fill 39 lunch 39 the+us 39 ^+the 38 is+saas 38
passt 38 phone 38 questions+on 38 set+the 38 through+@ 38 went 38 ^+forget 37 money 37 not+have 37 start 37 their 37
to+# 37 @+uses 36 bigquery 36 budget+of 36 gap 36 go+through 36 has+budget 36 hubspot+us 36 its+# 36 rfp 36 sedation
36 use+hubspot 36 write 36 @+to 35 ^+had 35 ^+update 35 content 35 could+have 35 delete 35 hired 35 retail 35 sfdc+.
35 than+# 35 who+am 35 but+i 34 cfo+decides 34 cro+decides 34 i+want 34 is+nothing 34 me+on 34 revenue+. 34 runs 34
runs+on 34 salesforce+. 34 update 34 's+do 33 @+budget 33 @+interview 33 @+together 33 ^+interview 33 ^+there 33
aws+. 33 decides+. 33 delete+@ 33 drop 33 have+any 33 qualification+questions 33 @+today 32 ^+all 32 ^+cfo 32
account+has 32 budget+. 32 content+gap 32 deadline 32 ends 32 europe 32 europe+. 32 every 32 every+account 32
fintech 32 interview+. 32 march 32 must 32 note+it 32 out+@ 32 signs+. 32 that+i 32 they+do 32 video+for 32 yr+. 32
begin 31 begin+the 31 email 31 has+the 31 interview+@ 31 interview+with 31 is+on 31 monday+. 31 on+prem 31 prem 31
snowflake 31 snowflake+. 31 takes 31 the+qualification 31 think+it 31 tool 31 toronto 31 toronto+. 31 ^+not 30 ^+run
30 a+battlecard 30 budget+yes 30 clari 30 contract 30 german 30 have+one 30 missing+a 30 on+azure 30 the+interview
30 we+start 30 working 30 ^+# 29 ^+their 29 a+gap 29 all+accounts 29 as 29 budget 29 discovery+for 29 employees+. 29
finance 29 germany+. 29 is+your 29 most 29 on+gcp 29 questions+about 29 spanish 29 you+log 29 @+moved 28 cfos+. 28
correspond 28 ctos 28 discount+. 28 fill+in 28 for+ctos 28 hubspot+. 28 moved 28 off 28 offer 28 page 28 people+. 28
ppl+. 28 pricing+page 28 run 28 to+answer 28 #+people 27 @+is 27 a+comparison 27 about+# 27 and 27 asked+for 27
comparison+with 27 french 27 growing 27 m+. 27 next+year 27 no+case 27 q3 27 q3+. 27 that+'s 27 the+discovery 27
there+is 27 #+heads 26 #+m 26 's+no 26 @+fits 26 ^+gap 26 aws 26 azure 26 based+. 26 canada 26 canada+. 26 clinics+.
26 excel 26 excel+. 26 fits+. 26 forget 26 gap+nothing 26 in+canada 26 is+based 26 log 26 m 26 nothing 26 order 26
profile+? 26 rev 26 rev+# 26 salesforce 26 start+qualification 26 ten 26 this+. 26 us+based 26 video 26 want+to 26 #
25 @+an 25 @+makes 25 ^+let 25 ^+pretend 25 about+sso 25 and+we 25 battlecard 25 cloud+. 25 competitor+has 25
could+not 25 have+none 25 in+spanish 25 none 25 none+. 25 nothing+on 25 off+. 25 pretend 25 pretty 25 price+sheet 25
public 25 the+points 25 they+use 25 update+@ 25 use+salesforce 25 was 25 way+. 25 we+lack 25 will+not 25 #+persons
24 @+and 24 @+are 24 ^+cro 24 a+video 24 an 24 azure+. 24 based 24 boss 24 cloud 24 comparison 24 data 24 demo+video
24 for+owners 24 gap+nobody 24 gcp 24 germany 24 in+germany 24 knows 24 let+'s 24 like 24 m+rev 24 nobody 24
nobody+knows 24 only 24 owners 24 owners+. 24 pager+for 24 persons 24 reps 24 rev+. 24 says+@ 24 that+we 24 through
24 through+the 24 version+of 24 works 24 your 24 @+# 23 @+or 23 ^+hq 23 a+meeting 23 accounts+. 23 are+missing 23
because 23 cfo+signs 23 gap+no 23 have+budget 23 hospitals+. 23 hq 23 let 23 log+that 23 manager 23 not+find 23
owner+decides 23 people 23 qualify 23 spanish+. 23 they+need 23 you+note 23 #+# 22 #+ppl 22 @+does 22 ^+customer 22
^+delete 22 ^+someone 22 all 22 alone 22 alone+. 22 am+i 22 bant+on 22 better 22 by+the 22 clinics 22 crm 22
decides+alone 22 does+not 22 fits 22 for+agencies 22 for+clinics 22 had+a 22 more+than 22 no+pricing 22 note 22 ppl
22 really+need 22 salesforce+and 22 start+@ 22 start+with 22 take+me 22 that+. 22 the+decision 22 the+way 22
their+budget 22 we+really 22 @+has 21 @+no 21 @+they 21 @+wants 21 ^+somebody 21 banks 21 budget+approved 21 but 21
buy+stage 21 cro+is 21 decides 21 decision+maker 21 find+a 21 for+banks 21 for+retail 21 gdpr+. 21 grew 21 had 21
have+ten 21 maker 21 me+what 21 no+roi 21 on+gdpr 21 people+not 21 quick+update 21 retail+. 21 revenue 21 save 21
start+discovery 21 ten+minutes 21 the+company 21 the+demo 21 we+can 21 ^+correction 20 a+checklist 20 a+manufacturer
20 agencies 20 agencies+. 20 approved+. 20 are+on 20 checklist 20 checklist+for 20 correction 20 decision 20 demo+.
20 does+# 20 employees+in 20 france 20 france+. 20 hipaa+. 20 in+france 20 manufacturer 20 mark 20 mark+@ 20
my+manager 20 on+hubspot 20 on+paper 20 paper 20 people+but 20 please+note 20 primary+a 20 revenue+is 20
their+revenue 20 they+have 20 use 20 we+go 20 with+# 20 's+cfo 19 . 19 @+for 19 @+might 19 ^+by 19 ^+call 19 ^+log
19 ^+note 19 ^+system 19 a+budget 19 answer 19 based+in 19 battlecard+vs 19 budget+is 19 budget+till 19
calculator+for 19 case 19 everything+you 19 guide 19 has 19 has+# 19 i+found 19 in+buy 19 interview+for 19 log+it 19
might+have 19 missing 19 monday 19 not+# 19 nothing+for 19 override 19 override+@ 19 study+for 19 this+year 19 till
19 vs 19 which+one 19 #+million 18 's+start 18 @+could 18 @+now 18 @+saas 18 ^+fyi 18 ^+take 18 a+. 18 approved 18
change+the 18 deals 18 deck+for 18 dentists 18 dentists+. 18 do+not 18 evaluate+stage 18 everything 18 for+dentists
18 fyi 18 good+news 18 google 18 google+cloud 18 had+# 18 has+a 18 has+no 18 hubspot 18 lack 18 mentioned 18
mentioned+that 18 news 18 note+that 18 on+google 18 one+pager 18 pager 18 saas+# 18 will 18 work+. 18 year 18
's+qualify 17 ^+@ 17 ^+it 17 budget+for 17 cfo 17 cto+. 17 discovery+questions 17 dynamics 17 employees 17 for+this
17 gap+. 17 gap+? 17 gcp+. 17 have+no 17 hipaa 17 is+a 17 log+gap 17 need+a 17 no+battlecard 17 no+budget 17
out+that 17 owner 17 ppl+hubspot 17 questions+. 17 saas 17 shall+we 17 spreadsheets 17 spreadsheets+. 17 that+as 17
that+there 17 there+'s 17 they 17 they+are 17 usa 17 usa+. 17 wanted 17 you+ask 17 #+and 16 @+got 16 ^+from 16
a+series 16 and+i 16 around+# 16 at 16 before+the 16 between+# 16 call+@ 16 corporation 16 for+plumbers 16 from+now
16 got 16 has+between 16 just+raised 16 now+on 16 people+on 16 plumbers 16 raised 16 raised+a 16 series 16 series+b
16 that 16 together 16 tyrell 16 tyrell+corporation 16 year+. 16 #+employees 15 ^+ignore 15 a+one 15 a+real 15
agency 15 all+previous 15 an+a 15 an+agency 15 and+# 15 by 15 cro+makes 15 does+the 15 french+. 15 german+. 15
ignore 15 ignore+all 15 in+french 15 in+german 15 instructions+and 15 is+an 15 is+approved 15 is+no 15 is+signed 15
makes+the 15 no 15 note+a 15 plumber 15 previous 15 previous+instructions 15 real 15 signed 15 signed+off 15 signs
15 sure 15 template 15 template+for 15 the+crm 15 to+move 15 today+they 15 #+workers 14 .+they 14 @+on 14 ^+spoke 14
end 14 hubspot+and 14 i+learned 14 is+in 14 it+turns 14 jane 14 learned 14 miss 14 no+crm 14 nothing+about 14 now+.
14 people+now 14 run+everything 14 set+budget 14 small 14 that+their 14 to+primary 14 to+qualify 14 with+jane 14
workers 14 ^+its 13 ^+please 13 a+head 13 a+saas 13 and+tell 13 case+study 13 do+the 13 dynamics+. 13 from+a 13
fyi+@ 13 have+anything 13 hosted+on 13 not+@ 13 note+@ 13 office 13 office+manager 13 on+. 13 prospect+asked 13
say+that 13 start+the 13 study 13 the+office 13 this+yr 13 to+have 13 with+me 13 about+security 12 add 12 asap 12
budget+this 12 colleagues 12 demo 12 got+# 12 great+to 12 help+me 12 house 12 in+house 12 just 12 manufacturing 12
me+. 12 me+through 12 million 12 month 12 month+. 12 no+one 12 now 12 one 12 pricing 12 questions+for 12
run+discovery 12 sheet 12 sheets 12 sheets+. 12 someone 12 spoke 12 spoke+with 12 to 12 to+. 12 told 12 told+me 12
turns+out 12 wants 12 wants+to 12 yr 12 #+. 11 @+revenue 11 ^+talked 11 a 11 a+plumber 11 at+@ 11 cfo+. 11 five 11
gap+we 11 have+nothing 11 in 11 on 11 please+to 11 revenue+# 11 sheet+. 11 the+budget 11 together+? 11 's+go 10
@+rev 10 @+runs 10 ^+a 10 ^+if 10 ^+walk 10 a+discovery 10 and+@ 10 and+uses 10 around 10 as+a 10 asked 10 briefing
10 cfo+@ 10 cto+decides 10 have+# 10 me 10 new 10 not+sure 10 nothing+to 10 saas+company 10 the 10 video+in 10
we+need 10 would+need 10 #+collaborators 9 @ 9 @+cro 9 @+told 9 @+with 9 a+cbct 9 a+lot 9 accounts 9 and+is 9
and+the 9 are+based 9 calculator 9 cbct 9 collaborators 9 collaborators+and 9 confirmed 9 continue 9 found 9 is 9
it+'s 9 lot 9 lot+. 9 missing+. 9 not 9 ppl+on 9 roi+calculator 9 send+to 9 stage 9 start+interview 9 talked 9
talked+to 9 their+cfo 9 to+send 9 update+on 9 yet 9 's+run 8 @+can 8 ^+has 8 a+deck 8 about 8 and+they 8 could+use 8
employees+and 8 forget+what 8 is+the 8 it+down 8 just+spoke 8 k 8 m+growing 8 me+they 8 on+@ 8 questions 8 so 8
steel 8 than 8 the+cfo 8 turns 8 uses+salesforce 8 we+are 8 with 8 would+like 8 's 7 @+as 7 @+please 7 a+case 7
and+that 7 between 7 by+@ 7 cro 7 decide 7 deck 7 down 7 dynamics+and 7 have 7 headcount 7 i+could 7 i+would 7 left
7 may 7 microsoft 7 microsoft+dynamics 7 minutes 7 more 7 move 7 ppl+owner 7 price 7 roi 7 them 7 to+go 7 us+. 7
we+have 7 @+'s 6 @+. 6 can+send 6 cto 6 got+off 6 guys 6 have+around 6 i+can 6 it+. 6 last+year 6 meeting+with 6
no+idea 6 of 6 over 6 primary 6 the+cro 6 the+price 6 this 6 we+got 6 we+should 6 yes+. 6 's+stopping -6 @+asap -6
@+be -6 @+good -6 @+worth -6 ^+can -6 ^+is -6 ^+price -6 ^+why -6 a+free -6 a+primary -6 already+have -6 am+on -6
am+seeing -6 asap+. -6 back -6 calling -6 cfo+of -6 come -6 companies -6 contact -6 could+be -6 cro+. -6 cto+of -6
did+@ -6 expensive+. -6 fedramp -6 fedramp+. -6 fika+. -6 fit+check -6 for+the -6 free -6 from+being -6 get+a -6
get+me -6 go+or -6 going -6 here -6 how+could -6 how+long -6 how+would -6 i+ask -6 i+be -6 i+call -6 i+find -6 in+a
-6 is+? -6 is+only -6 is+our -6 it+be -6 know+on -6 lead -6 lead+? -6 left+for -6 left+to -6 long -6 look -6 looking
-6 meeting -6 need+. -6 next -6 no+go -6 not+? -6 of+team -6 on+fedramp -6 or -6 perfect -6 profile -6 pursue -6
pursuing+? -6 question+. -6 ready -6 secondary -6 selling -6 selling+to -6 shall+i -6 should+we -6 solo+? -6 spend
-6 still+a -6 stopping -6 stopping+@ -6 take+for -6 target -6 the+cto -6 them+to -6 they+fit -6 this+afternoon -6
time+. -6 to+happen -6 to+work -6 trial+. -6 tuesday -6 understand -6 up -6 we+handle -6 what+shall -6
which+companies -6 who -6 who+'s -6 .+could -7 .+do -7 @+come -7 ^+fit -7 ^+get -7 ^+give -7 ^+hi -7 ^+reasons -7
a+bi -7 a+fit -7 a+great -7 account+look -7 again -7 am+presenting -7 are+they -7 ask+@ -7 be+a -7 bi -7
bi+dashboard -7 brief+@ -7 built -7 c -7 call+? -7 call+today -7 check+if -7 compare -7 compare+to -7 counts -7
dashboard -7 deal -7 deserves -7 do+for -7 does+it -7 expensive+? -7 fit+us -7 for+us -7 from+@ -7 get -7 handle -7
has+been -7 have+to -7 hi -7 how+can -7 how+does -7 how+good -7 icp -7 implementation -7 important -7 interesting -7
into+@ -7 like+. -7 like+? -7 like+for -7 looks -7 me+my -7 me+ready -7 me+who -7 min -7 mind -7 morning+fika -7
most+important -7 most+useful -7 my+list -7 my+meeting -7 my+plate -7 no+fit -7 on+my -7 only+secondary -7 open+for
-7 or+no -7 our -7 our+answer -7 our+icp -7 out+at -7 pilot -7 plate -7 please+brief -7 preparation -7
preparation+for -7 presenting -7 presenting+to -7 quick+one -7 sense -7 should -7 so+@ -7 something -7 still+ask -7
the+data -7 the+implementation -7 their+cro -7 there+any -7 they+already -7 thing+to -7 tier+a -7 time -7 to+be -7
understand+why -7 useful+thing -7 we+compare -7 which+deals -7 why -7 why+is -7 worth+a -7 's+on -8 's+our -8 @+a -8
@+do -8 @+qualified -8 @+tomorrow -8 ^+keep -8 a+cro -8 a+customer -8 a+preparation -8 already -8 any -8 are+you -8
ask+? -8 ask+next -8 away -8 away+from -8 b+? -8 been -8 can+do -8 chase -8 customer+? -8 demo+tomorrow -8 did+we -8
director -8 disqualified -8 drop+@ -8 expensive -8 fit -8 fit+for -8 good+question -8 group -8 group+? -8 handle+the
-8 happen+for -8 have+. -8 hello+there -8 here+. -8 how+come -8 i+am -8 i+drop -8 i+thought -8 in+icp -8 into+a -8
it+is -8 keep+@ -8 line -8 list+the -8 make -8 me+@ -8 me+the -8 morning+. -8 not+fit -8 of+@ -8 of+things -8
on+friday -8 only+a -8 options -8 or+not -8 our+profile -8 possible -8 practice -8 prep+me -8 primary+. -8 primary+?
-8 prioritize -8 q -8 rate -8 rate+@ -8 reason+for -8 say+about -8 say+when -8 solo -8 sort -8 speed -8 team+and -8
that+score -8 the+accounts -8 the+difference -8 the+line -8 them+. -8 them+? -8 think+about -8 thought -8 thought+@
-8 time+? -8 to+get -8 to+know -8 to+me -8 to+our -8 to+speed -8 tomorrow -8 too+expensive -8 top+accounts -8 up+to
-8 want+. -8 weekend -8 weekend+. -8 what+should -8 whether -8 which -8 who+should -8 with+? -8 worth -8
worth+chasing -8 would+you -8 you+can -8 you+rate -8 you+send -8 #+am -9 's+your -9 @+cto -9 @+fit -9 @+legit -9
@+should -9 @+yes -9 ^+am -9 ^+fika -9 ^+hey -9 ^+pull -9 a+b -9 an+hour -9 another -9 ask+. -9 at+the -9
briefing+for -9 change+at -9 could+i -9 customer+. -9 customers -9 difference -9 disqualified+. -9 do+i -9 does+this
-9 engineering+at -9 everything+on -9 explain+the -9 first -9 for+today -9 from+. -9 get+@ -9 give -9 good+? -9
had+budget -9 hey -9 i+wasting -9 icp+? -9 in+an -9 is+that -9 is+too -9 legit -9 me+for -9 me+if -9 me+is -9
me+prepared -9 my+call -9 my+worklist -9 need+from -9 next+. -9 not+. -9 on+the -9 or+skip -9 prepared -9 price+of
-9 pull+up -9 ready+for -9 reasons+for -9 secondary+. -9 short+briefing -9 skip -9 stored -9 thanks+. -9 the+head -9
the+icp -9 things -9 time+with -9 to+call -9 tomorrow+# -9 turn -9 turn+@ -9 until -9 up+with -9 waste -9 wasting -9
wasting+my -9 we+know -9 we+not -9 we+sell -9 what+does -9 what+would -9 where+do -9 which+customers -9 why+@ -9
worklist -9 worklist+. -9 worth+calling -9 would+change -9 you+help -9 you+tell -9 's+still -10 .+are -10 @+from -10
@+what -10 ^+do -10 ^+go -10 ^+how -10 ^+icp -10 ^+morning -10 ^+show -10 ^+thanks -10 a+good -10 a+yes -10
afternoon -10 answer+to -10 be+asking -10 brief+. -10 but+why -10 call+in -10 can+i -10 chase+@ -10 client -10
client+? -10 come+@ -10 come+from -10 could+@ -10 customers+are -10 definition -10 demo+with -10 does+@ -10 file+for
-10 fit+. -10 fit+@ -10 five+minutes -10 for+solo -10 for+your -10 get+to -10 go+after -10 got+@ -10 hour -10 how
-10 how+do -10 i+meet -10 i+need -10 i+send -10 i+use -10 in+five -10 in+our -10 is+@ -10 know -10 me+up -10 meet
-10 minutes+. -10 now+what -10 of+marketing -10 on+file -10 one+. -10 please+prepare -10 pm+. -10 ppl+b2b -10
prepare+me -10 qualified+? -10 question -10 quick+brief -10 report -10 right+now -10 sell -10 should+i -10 show -10
talking -10 to+b -10 tomorrow+. -10 tomorrow+at -10 use+this -10 usually -10 vp+of -10 want+@ -10 we+get -10 we+want
-10 what -10 what+info -10 who+we -10 why+. -10 why+no -10 wondering -10 wondering+whether -10 yes+or -10 you+check
-10 you+give -10 your+help -10 #+pm -11 @+becomes -11 @+disqualified -11 @+get -11 @+looks -11 ^+prep -11 ^+summary
-11 ^+what -11 actually -11 after -11 am+meeting -11 becomes -11 briefing+on -11 cfo+tomorrow -11 change+your -11
check -11 customers+. -11 decides+at -11 down+? -11 evaluate -11 evening -11 evening+. -11 fit+? -11 honest -11
how+to -11 i+do -11 i+start -11 in+or -11 integrate -11 integrate+with -11 learn -11 learn+about -11 list+. -11
makes+@ -11 match+? -11 me+how -11 morning -11 my+top -11 no+. -11 or+out -11 people+and -11 pilot+work -11 please+?
-11 pm -11 prep+@ -11 qualifies+. -11 qualify+? -11 question+for -11 sell+to -11 short -11 something+for -11
summary+of -11 thanks+a -11 the+most -11 there+anything -11 think+of -11 to+do -11 trial -11 we+actually -11
we+already -11 we+integrate -11 what+makes -11 you+explain -11 you+have -11 you+show -11 your+mind -11 @+need -12
^+briefing -12 ^+catch -12 ^+demo -12 ^+hot -12 ^+meeting -12 ^+which -12 agree -12 agree+? -12 anything -12 asking
-12 before+lunch -12 catch -12 catch+me -12 day -12 day+. -12 did -12 do+you -12 for+my -12 get+ready -12 go+? -12
helpful -12 hi+. -12 how+is -12 i+only -12 is+there -12 it+go -12 list -12 long+is -12 me+whether -12 minutes+with
-12 not+know -12 objections -12 only+have -12 open+questions -12 or+drop -12 please+give -12 ppl+saas -12 prep -12
prep+for -12 prospects -12 pulled -12 pulled+it -12 questions+@ -12 sense+to -12 show+me -12 sure+about -12 team+.
-12 thanks -12 the+reason -12 there+. -12 this+work -12 too -12 up+on -12 useful -12 what+do -12 what+pulled -12
you+put -12 you+say -12 ^+thoughts -13 a+? -13 a+no -13 a+quick -13 at+# -13 bad -13 brief -13 check+@ -13
decision+. -13 do+we -13 gap+for -13 hot -13 i+got -13 if+they -13 it+? -13 it+that -13 meeting+the -13 not+primary
-13 not+we -13 of+ours -13 on+monday -13 ours -13 ours+. -13 pull -13 quick+check -13 reason -13 security+? -13
so+much -13 thanks+that -13 that+verdict -13 the+briefing -13 the+customer -13 they+want -13 thoughts+on -13
to+change -13 top -13 verdict -13 very -13 what+are -13 what+have -13 what+next -13 you+got -13 's+missing -14
.+what -14 @+qualifies -14 @+status -14 @+why -14 ^+discount -14 ^+todo -14 ^+top -14 ^+ty -14 ^+where -14
a+briefing -14 best -14 briefing+. -14 briefing+@ -14 discovery+call -14 explain+@ -14 far -14 form -14
good+customer -14 got+on -14 how+many -14 i+get -14 many -14 most+promising -14 my+day -14 need+help -14 no+? -14
pitch -14 put+together -14 qualified -14 qualifies -14 rated -14 reasons+? -14 saas+. -14 status+. -14 team -14
thx+. -14 todo -14 ty -14 ty+. -14 what+we -14 where -14 where+are -14 worth+it -14 you+know -14 's+verdict -15
@+call -15 @+icp -15 @+meeting -15 @+out -15 @+so -15 ^+does -15 ^+hello -15 ^+info -15 ^+nice -15 ^+target -15
against+@ -15 appointment -15 appointment+with -15 are+we -15 ask+to -15 before+i -15 far+is -15 fits+? -15 have+on
-15 hello -15 help+. -15 how+far -15 info+on -15 it+fit -15 keeps -15 keeps+asking -15 looks+great -15 me+all -15
me+why -15 of+company -15 onboarding+look -15 please+. -15 prepare -15 prepare+the -15 q+for -15 say+@ -15 signs+the
-15 the+ceo -15 the+pilot -15 there+a -15 they+really -15 thoughts -15 top+# -15 we+a -15 what+to -15 who+signs -15
why+only -15 would+they -15 ^+brief -16 ^+reason -16 ^+should -16 ^+y -16 ^+yo -16 after+the -16 answers -16 are+our
-16 awesome -16 bot -16 brief+me -16 explain -16 first+. -16 forecasting -16 have+we -16 hot+. -16 i+must -16
instructions -16 manager+wants -16 pm+cfo -16 reach -16 reasons -16 say+. -16 say+me -16 score -16 send+a -16
the+meeting -16 this+bot -16 thx -16 to+an -16 to+decide -16 uses+hubspot -16 what+did -16 where+does -16 yo -16
's+all -17 @+in -17 ^+score -17 ^+thx -17 bring -17 bring+up -17 how+@ -17 is+known -17 known -17 known+about -17
lose -17 needed -17 our+data -17 product -17 score+@ -17 so+is -17 the+best -17 the+verdict -17 what+. -17 whether+@
-17 who+are -17 you+think -17 ^+best -18 ^+list -18 ask+the -18 can+@ -18 ceo -18 discount+for -18 for+# -18 for+?
-18 if -18 know+what -18 leads -18 me+please -18 opinion -18 score+for -18 the+call -18 the+reasons -18 they+say -18
thx+a -18 we+with -18 @+thoughts -19 ^+cheat -19 ^+ok -19 ^+roi -19 a+cfo -19 are+the -19 cheat -19 cheat+sheet -19
does+harbor -19 for+our -19 is+it -19 link -19 nice -19 objection -19 ok -19 open -19 still+fit -19 the+next -19
the+roi -19 verdict+. -19 what+could -19 what+questions -19 which+question -19 who+is -19 work+with -19 would+@ -19
's+wrong -20 ^+explain -20 bye -20 bye+. -20 friday -20 friday+. -20 got+a -20 happen -20 it+a -20 many+people -20
not+get -20 qualify+. -20 reason+@ -20 says+no -20 tell+them -20 way+to -20 would+help -20 wrong -20 wrong+with -20
@+info -21 ^+on -21 budget+? -21 buyer -21 me+prepare -21 show+@ -21 soc2 -21 the+security -21 urgent -21 about+the
-22 behind -22 good+one -22 how+'s -22 i+see -22 if+@ -22 my+accounts -22 priorities -22 promising -22 see+the -22
think+@ -22 to+fit -22 true -22 @+brief -23 ^+that -23 ^+verdict -23 any+chance -23 briefing+please -23 chance -23
i+tell -23 is+this -23 mean -23 prep+. -23 reasoning -23 see -23 suitable -23 talking+points -23 the+reasoning -23
what+has -23 y -23 's+score -24 ^+are -24 ^+cheers -24 ^+have -24 cfo+says -24 cheers -24 file -24 one+@ -24 send+me
-24 with+netsuite -24 @+down -25 behind+@ -25 call+. -25 in+# -25 need+for -25 overview -25 priority -25 .+is -26
change+so -26 give+me -26 missing+on -26 position -26 which+account -26 @+our -27 ^+open -27 overview+. -27 tier -27
^+questions -28 care -28 care+about -28 the+score -28 your+opinion -28 's+next -29 ^+anything -29 cfo+call -29
rating -29 which+answers -29 @+at -30 @+have -30 about+. -30 out+. -30 status -30 info -31 know+if -31 right -31
verdict+on -31 what+now -31 like+@ -32 what+must -32 pricing+? -33 's+in -34 do+they -34 forecast -34 were -35 love
-36 .+worth -37 ^+any -39 anyone -39 notes -39 breakdown -40 employees+? -41 facts -42 summary -42 evaluate+@ -43
^+and -46 right+? -47
""",
}
